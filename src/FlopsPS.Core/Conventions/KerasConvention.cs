using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What TensorFlow's profiler prints of a Keras model, with the operators that keras-flops adds.</summary>
internal sealed class KerasConvention : TableConvention
{
    // TensorFlow's fused batch normalisation takes no smaller epsilon, so Keras writes such a layer out.
    private static readonly Rational s_leastFusedEpsilon = new(1001, 100_000_000);

    public KerasConvention()
        : base(
            "keras",
            "What TensorFlow's profiler prints of a Keras model, as keras-flops calls it: operators with statistics.",
            Figures.Flops,
            "FLOPs, two per multiply-accumulate")
    {
        Rule("conv", "2 * macs + bias; a dilated map rounded up to multiples of the dilation", Convolution);
        Rule("linear", "2 * macs + bias", l => (2 * l.Macs) + l.Bias);
        Rule(
            "convtranspose",
            "2 * input_channels * outputs * kernel / stride, rounded down, + bias; in 3-D the bias alone",
            Transposed);
        Rule("matmul", "2 * outputs * the last size of the first input; of two matrices 2 * macs", Product);
        Inside("matmul", "2 * macs without a mask", l => 2 * l.Macs);
        Rule("maxpool avgpool", "outputs * kernel, in 1-D and 2-D, without dilation", Pool);
        Rule("globalavgpool", "inputs", l => l.Inputs);
        Rule("globalmaxpool", "inputs - outputs", l => l.Inputs - l.Outputs);
        Rule("adaptiveavgpool", "inputs for size 1", l => Windows.IsGlobal(l) ? l.Inputs : null);
        Rule("adaptivemaxpool", "inputs - outputs for size 1", l => Windows.IsGlobal(l) ? l.Inputs - l.Outputs : null);
        Rule(
            "batchnorm",
            "2 * elements + 6 * channels; 5 * channels without weights where it is not fused, which it is in 2-D",
            l => l.IsStored ? (2 * l.Elements) + ((l.SpatialAxes == 2 ? 6 : 5 + l.Affine) * Channels(l)) : null);
        Rule(
            "layernorm",
            "9 * elements + 3 * rows, 8 and 4 without a shift, 6 and 5 without weights; fused, from an epsilon of "
            + "1.001e-5 on, elements * (affine + shift)",
            l => IsFused(l) ? AroundFused(l) : WrittenOut(l));
        Inside("l2norm", "3 * elements + 2 * rows", l => (3 * l.Elements) + (2 * l.Rows));
        Rule("softmax softmax2d", "5 * elements", l => 5 * l.Elements);
        Rule("gelu", "4 * elements; 7 by tanh", l => (l.Word("approximate") == "tanh" ? 7 : 4) * l.Elements);
        Rule("prelu", "3 * elements + slopes", l => (3 * l.Elements) + l.Weights);
        Rule("silu logsigmoid hardtanh threshold hardsigmoid", "2 * elements", l => 2 * l.Elements);
        Inside("minimum", "elements", l => l.Elements);
        Rule("hardswish", "3 * elements", l => 3 * l.Elements);
        Rule("add multiply", "outputs of each operator, which joins two tensors", Joining.Chain);
        Rule(
            "attention",
            "bias + queries, for their scale, + 5 * scores: its products are Einsum",
            l => l.Bias + l.ElementsOf("attention scale") + (5 * Attentions.Scores(l)));
        Rule("einsum bilinear lstm gru rnn", "not seen", _ => null);
    }

    public override string Source =>
        "tensorflow/tensorflow, python/profiler/internal/flops_registry.py, and RegisterStatistics in "
        + "python/ops/nn_ops.py; tokusumi/keras-flops, keras_flops/flops_registory.py";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "operators without statistics add nothing: Relu, Sigmoid, Tanh, Erf, Exp, Einsum, Resize, 3-D pools, loops",
        "attention is Keras's MultiHeadAttention, whose projections and products are Einsum: only biases, scale and "
        + "softmax are seen",
        "a product of stacked matrices of which the first is transposed counts its rows for its columns",
        "a dilated convolution works on a map padded to multiples of the dilation",
        "from an epsilon of 1.001e-5 on Keras fuses a layer normalisation into an operator that is not seen",
        "group normalisation is written out differently from version to version, and not defined",
        "hardsigmoid and hardswish are those of keras.applications.mobilenet_v3",
        "the arithmetic on sizes that some versions leave in transposed convolutions and resizing is not counted",
        "maps have their channels last; the profiler refuses pools over others",
        "all weights are parameters, moving means and variances too, as in model.summary",
    ];

    public override bool IsParameter(Weight weight, Node node) => true;

    private static Amount Channels(LayerFacts layer) => layer.InputChannels;

    private static Amount? Convolution(LayerFacts layer)
    {
        if (!Windows.HasDilation(layer))
        {
            return (2 * layer.Macs) + layer.Bias;
        }

        long positions = layer.Call.Output[0];
        for (int axis = 0; axis < layer.SpatialAxes; axis++)
        {
            long dilation = layer.Sizes("dilation")![axis];
            positions *= new Rational(layer.Call.Output[axis + 2], dilation).Ceiling() * dilation;
        }

        return layer.Stride.Value == 1
            ? (2 * layer.Weights * layer.Of(positions, "padded positions")) + layer.Bias
            : null;
    }

    private static Amount? Transposed(LayerFacts layer)
    {
        if (layer.Groups.Value != 1 || Windows.HasDilation(layer))
        {
            return null;
        }

        return layer.SpatialAxes < 3 ? Spreading.OverOutputs(layer, operations: 2) + layer.Bias
            : layer.Bias.Value > 0 ? layer.Bias
            : null;
    }

    private static Amount? Product(LayerFacts layer) => layer.Call.Input.Rank == 0 ? null
        : layer.Call.Inputs.All(input => input.Rank == 2) ? 2 * layer.Macs
        : 2 * layer.Outputs * layer.Of(layer.Call.Input[-1], "mul");

    private static Amount? Pool(LayerFacts layer) => layer.SpatialAxes < 3 && !Windows.HasDilation(layer)
        ? layer.Outputs * layer.Kernel
        : null;

    private static bool IsFused(LayerFacts layer) =>
        layer.Value("eps") is Rational epsilon && epsilon >= s_leastFusedEpsilon;

    // The operator that normalises has no statistics; scale and offset follow it.
    private static Amount? AroundFused(LayerFacts layer) =>
        layer.IsAffine ? layer.Elements * (layer.Affine + layer.Shifted) : null;

    // moments: two means and twice the squared differences; then batch_normalization, whose factor has all elements
    // where it is scaled.
    private static Amount WrittenOut(LayerFacts layer) => (layer.IsAffine, layer.Shifted.Value) switch
    {
        (true, 1) => (9 * layer.Elements) + (3 * layer.Rows),
        (true, _) => (8 * layer.Elements) + (4 * layer.Rows),
        _ => (6 * layer.Elements) + (5 * layer.Rows),
    };
}
