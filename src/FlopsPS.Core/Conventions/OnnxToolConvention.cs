using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What onnx-tool prints of the graph that torch exports.</summary>
internal sealed class OnnxToolConvention : TableConvention
{
    public OnnxToolConvention()
        : base(
            "onnx-tool",
            "What onnx-tool prints of the graph that torch exports: instructions, as a processor needs them.",
            Figures.Macs,
            "instructions, which the tool calls MACs: 1 multiply-accumulate, + or *, / 4, sqrt 24, exp 32, tanh 38")
    {
        Rule("conv linear", "macs + bias", l => l.Macs + l.Bias);
        Rule(
            "convtranspose",
            "outputs * kernel * channels / groups + bias",
            l => (l.Outputs * l.Of(l.Weights.Value / l.InputChannels.Value, "mul")) + l.Bias);
        Rule(
            "matmul",
            "rows * columns * k * the matrices of the larger stack + bias",
            l => OnnxGraphs.Product(l) + l.Bias);
        Inside("matmul", "macs without a mask", l => l.Macs);
        Rule("einsum", "the product of all sizes of the first two operands", OnnxGraphs.Einsum);
        Rule(
            "attention",
            "macs without a mask + bias + 36 * scores, 37 with a mask, + 4 * what is scaled, 1 where scores are "
            + "multiplied, + 8 for sizes in torch's module, 7 of a memory, 0 of keys and values",
            OnnxGraphs.Attended);
        Rule("split", "8 for the sizes of 3 equal parts, 7 of 2, ...: 5 + parts", OnnxGraphs.Parts);
        Rule(
            "parameter",
            "outputs; concatenated, 2 for each axis of the shape that it is expanded to",
            OnnxGraphs.Expanded);
        Rule("lstm", "macs + 8 * bias per state + 180 per state of one direction; without a projection", l =>
            l.Number("proj") > 0 ? null : Recurrent(l, gates: 4, perState: 180));
        Rule("gru", "macs + 6 * bias per state + 110 per state of one direction", l =>
            Recurrent(l, gates: 3, perState: 110));
        Rule("batchnorm", "31 * elements", l => 31 * l.Elements);
        Rule("instancenorm", "7 * elements; 31 with stored statistics", l => (l.IsStored ? 31 : 7) * l.Elements);
        Rule("groupnorm", "9 * elements", l => 9 * l.Elements);
        Rule(
            "layernorm",
            "elements * (39 + affine + shift) + 25 * rows",
            l => (l.Elements * (39 + l.Affine + l.Shifted)) + (25 * l.Rows));
        Rule("rmsnorm", "elements * (34 + affine) + 29 * rows", l => (l.Elements * (34 + l.Affine)) + (29 * l.Rows));
        Inside("l2norm", "29 * elements + 2 * rows", l => (29 * l.Elements) + (2 * l.Rows));
        Rule("maxpool avgpool", "outputs * kernel; in 3-D the first size of the kernel alone", OnnxGraphs.Pool);
        Rule("globalavgpool", "inputs + 4 * outputs", l => l.Inputs + (4 * l.Outputs));
        Rule(
            "adaptiveavgpool",
            "inputs + 4 * outputs for size 1; as avgpool where the output sizes divide those of the input",
            l => Windows.IsGlobal(l) ? l.Inputs + (4 * l.Outputs) : OnnxGraphs.Bins(l));
        Rule(
            "globalmaxpool adaptivemaxpool",
            "as maxpool, where the output sizes divide those of the input",
            OnnxGraphs.Bins);
        Rule("upsample", "outputs * 0 if nearest, 8 if bicubic, else 4", l => l.Word("mode") switch
        {
            "nearest" => l.Zero,
            "bicubic" => 8 * l.Outputs,
            _ => 4 * l.Outputs,
        });
        Rule("add multiply", "outputs of each operator, which joins two tensors", Joining.Chain);
        Rule("gelu", "7 * elements; 84 by tanh", l => (l.Word("approximate") == "tanh" ? 84 : 7) * l.Elements);
        Rule("softplus", "76 * elements; 81 with a beta", l => (Is(l, "beta", 1) ? 76 : 81) * l.Elements);
        Rule("threshold", "elements, for a threshold and a value of 0", l =>
            Is(l, "threshold", 0) && Is(l, "value", 0) ? l.Elements : null);
        Rule("sum mean max min product", "inputs", l => l.Inputs);
        Rule("l2", "25 * inputs", l => 25 * l.Inputs);
        Inside("compare", "outputs", l => l.Elements);
        PerElement(1, "relu subtract negative abs maximum minimum");
        PerElement(2, "relu6 hardtanh leakyrelu rrelu prelu clip");
        Inside("minimum", "2 * elements, as a limit", l => 2 * l.Elements);
        PerElement(3, "hardshrink");
        PerElement(4, "hardsigmoid divide reciprocal");
        PerElement(5, "hardswish softshrink");
        PerElement(6, "softsign");
        PerElement(24, "sqrt");
        PerElement(32, "sigmoid exp power atan");
        PerElement(33, "silu");
        PerElement(35, "elu");
        PerElement(36, "softmax softmax2d");
        PerElement(37, "softmin");
        PerElement(39, "sin cos");
        PerElement(43, "log");
        PerElement(50, "atanh");
        PerElement(75, "logsigmoid");
        PerElement(76, "tanh");
        PerElement(77, "tanhshrink");
        PerElement(80, "logsoftmax");
        PerElement(153, "mish");
        Rule("bilinear rnn", "not in the graph, or without a rule", _ => null);
        Free("gridsample erf argmax topk");
    }

    public override string Source =>
        "ThanatosShinji/onnx-tool, onnx_tool/node.py: _profile_core; pytorch/pytorch, torch/onnx/symbolic_opset9.py "
        + "to 13 for the operators of a layer";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "layers are the operators that torch exports for opset 13: layer normalisation and GELU are written out",
        "exporters merge a batch normalisation into the convolution before it; here it counts, unless it is left out",
        "Erf costs nothing, so GELU costs 7; Tanh is counted twice, 76; a batch normalisation takes a root per element",
        "a transposed convolution takes channels of the output for those of the input, and the output map",
        "a product of broadcast stacks counts only the larger stack",
        "a pool in 3-D counts one size of its kernel",
        "the second direction of recurrent layers multiplies and adds biases, but has no functions",
        "attention splits its packed projection by arithmetic on sizes, which the tool counts",
        "arithmetic on sizes costs like that on data; of a manifest, which has no such operators, attention alone has it",
        "the mask of a causal attention is not counted",
        "RNN, Celu, Selu and torch's local response normalisation make the tool fail",
        "statistics of batch normalisation are parameters; constants are too, but they are not known here",
    ];

    protected override bool CountsFolded => true;

    public override bool IsParameter(Weight weight, Node node) => !node.IsIdle;

    private static bool Is(LayerFacts layer, string argument, Rational value) =>
        layer.Value(argument) is Rational given && given == value;

    private static Amount Recurrent(LayerFacts layer, int gates, int perState) =>
        layer.Macs
        + (2 * gates * Recurrence.HasBias(layer) * Recurrence.States(layer))
        + (perState * Recurrence.ForwardStates(layer));

    private void PerElement(int instructions, string kinds) =>
        Rule(kinds, instructions == 1 ? "elements" : $"{instructions} * elements", l => instructions * l.Elements);
}
