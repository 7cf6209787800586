using System.Collections.Generic;
using FlopsPS.Numbers;
using FlopsPS.Operations;

namespace FlopsPS.Conventions;

/// <summary>What torchprofile prints.</summary>
internal sealed class TorchprofileConvention : TableConvention
{
    public TorchprofileConvention()
        : base(
            "torchprofile",
            "What torchprofile prints: multiply-accumulates; normalisations, average pools and products per output.",
            Figures.Macs,
            "multiply-accumulates (MACs)")
    {
        Rule("conv linear matmul", "macs", l => l.Macs);
        Rule(
            "convtranspose",
            "weights * positions, times groups unless inputs and outputs have as many channels",
            l => l.Weights * l.Positions * (l.Call.Input[1] == l.Call.Output[1] ? 1 : l.Groups));
        Rule("batchnorm layernorm groupnorm instancenorm", "elements * affine", l => l.Elements * l.Affine);
        Rule("adaptiveavgpool avgpool mean", "outputs", l => l.Outputs);
        Rule("leakyrelu", "elements", l => l.Elements);
        Rule("multiply", "outputs, for every operand after the first", l => l.Multiplied);
        Rule("localresponsenorm", "3 * elements", l => 3 * l.Elements);
        Rule("upsample", "4 * outputs if bilinear, 0 if nearest in 2-D", l => l.Word("mode") switch
        {
            "bilinear" => 4 * l.Outputs,
            "nearest" when l.SpatialAxes == 2 => l.Zero,
            _ => null,
        });
        Rule("gridsample", "outputs * 4, or 16 if bicubic, 0 if nearest", l => l.Word("mode") switch
        {
            "bicubic" => 16 * l.Outputs,
            "nearest" => l.Zero,
            _ => 4 * l.Outputs,
        });
        Rule(
            "einsum",
            "the product of the sizes of all letters; 0 with ...",
            l => Summation.ProductOfLetters(l) is { } product ? l.Of(product, "mul") : null);
        Rule(
            "attention",
            "macs + 4; of queries to one memory + 1 for its weights and 1 for its bias; where torch's module cannot be "
            + "the layer, macs + products",
            Attended);
        Rule(
            "windowattention",
            "macs + products + 2; + 3 in version 2",
            l => l.Macs + l.Multiplied + l.Of(l.Number("version") is 2 ? 3 : 2, "sizes"),
            unseen: operation => operation is Normalization or Elementwise { Function: ElementwiseFunction.Exp });
        Rule(
            "lstm",
            "products of 4 gates; with a projection its size is taken for that of the hidden layer",
            Gates);
        Rule("gru rnn bilinear glu rmsnorm", "not seen", _ => null);
        Free("add relu relu6 hardtanh gelu sigmoid silu tanh tanhshrink threshold softshrink softsign"
            + " softmax softmin logsoftmax"
            + " maxpool adaptivemaxpool dropout");
    }

    public override string Source => "zhijian-liu/torchprofile, torchprofile/handlers.py: HANDLER_MAP";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "biases are not counted",
        "a transposed convolution is counted over the output map, and with groups as if there were none",
        "the trace of attention multiplies sizes of tensors, 4 to 6 times, of window attention 2 or 3; that is counted",
        "GRU, RNN, bilinear and others have no handler: a warning, and 0",
        "an einsum of several operands counts as one loop over all letters",
        "padding='same' as a word is an operator the tool does not know; here it is the padding it stands for",
    ];

    // Weights and bias of keys and values are cut from those of all projections when both read one memory whose
    // features are those of the queries; each cut multiplies a size.
    private static Amount? Attended(LayerFacts layer)
    {
        if (!Attentions.IsTorchModule(layer))
        {
            return layer.Macs + layer.Multiplied;
        }

        bool isCut = layer.Call.Inputs.Count == 2 && layer.Call.Inputs[1][-1] == layer.Call.Input[-1];
        long cuts = isCut ? 1 + layer.Number("bias")!.Value : 0;
        return layer.Macs + layer.Of(4 + cuts, "sizes");
    }

    private static Amount? Gates(LayerFacts layer)
    {
        return layer.Number("proj") is { } state and > 0
            ? Recurrence.GateProducts(layer, hidden: state, state, gates: 4)
            : Recurrence.GateProducts(layer, gates: 4, knowsProjection: false);
    }
}
