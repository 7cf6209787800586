using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Conventions;

/// <summary>What paddle.flops prints of a network of layers.</summary>
internal sealed class PaddleConvention : TableConvention
{
    public PaddleConvention()
        : base(
            "paddle",
            "What paddle.flops prints: multiply-accumulates, biases of convolutions, normalisations, average pools.",
            Figures.Macs,
            "multiply-accumulates, which the tool calls FLOPs")
    {
        Rule("conv convtranspose", "weights * positions + bias", l => (l.Weights * l.Positions) + l.Bias);
        Rule("linear", "macs", l => l.Macs);
        Rule("batchnorm", "2 * elements, in 2-D", l => l.SpatialAxes == 2 ? 2 * l.Elements : null);
        Rule("leakyrelu", "elements", l => l.Elements);
        Rule("avgpool", "outputs", l => l.Outputs);
        Rule(
            "adaptiveavgpool globalavgpool",
            "outputs * (the product of input size // output size over the axes + 1)",
            l => l.Outputs * (l.Of(Bin(l.Call), "add") + l.Of(1, "div")));
        Rule("lstm gru rnn bilinear", "not seen", _ => null);
        Free("relu relu6 dropout");
    }

    public override string Source =>
        "PaddlePaddle/Paddle, python/paddle/hapi/dynamic_flops.py: register_hooks, count_parameters";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "a transposed convolution is counted over the output map, stride^2 times too much in 2-D",
        "biases of convolutions count, those of linear layers do not",
        "batchnorm counts 2 per element with weights and without, and only in 2-D",
        "moving means and variances of batchnorm are parameters; weights outside any layer are not",
        "recurrent layers run as one operator, so neither their products nor the weights of their cells are seen",
        "an adaptive pool takes all bins for as large as input size // output size",
        "attention is its linear layers: its matrix products and softmax are not seen",
        "the tool adds up in 32 bits; here larger figures stay right",
    ];

    public override bool IsParameter(Weight weight, Node node) =>
        !node.IsIdle
        && node.Layer.Kind is not ("parameter" or "lstm" or "gru" or "rnn")
        && (base.IsParameter(weight, node) || node.Layer.Kind == "batchnorm");

    private static long Bin(LayerCall call)
    {
        long elements = 1;
        TensorShape input = call.Input;
        for (int axis = 2; axis < input.Rank; axis++)
        {
            elements *= input[axis] / call.Output[axis];
        }

        return elements;
    }
}
