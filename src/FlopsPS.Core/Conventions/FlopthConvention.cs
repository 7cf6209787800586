using System.Collections.Generic;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What flopth prints.</summary>
internal sealed class FlopthConvention : TableConvention
{
    public FlopthConvention()
        : base(
            "flopth",
            "What flopth prints: multiply-accumulates, biases of convolutions, and operations per element.",
            Figures.Macs,
            "multiply-accumulates, which the tool calls FLOPs")
    {
        Rule("conv convtranspose", "weights * positions + bias", l => (l.Weights * l.Positions) + l.Bias);
        Rule("linear", "batch * input_channels * channels", l => l.Batch * l.InputChannels * l.Channels);
        Rule("batchnorm groupnorm instancenorm", "elements * (1 + affine)", l => l.Elements * (1 + l.Affine));
        Rule("layernorm", "elements", l => l.Elements);
        Rule(
            "relu relu6 prelu elu leakyrelu gelu celu selu hardswish hardsigmoid tanh",
            "elements",
            l => l.Elements);
        Rule(
            "maxpool avgpool adaptivemaxpool adaptiveavgpool globalmaxpool globalavgpool",
            "inputs, in 2-D",
            l => l.SpatialAxes == 2 ? l.Elements : null);
        Rule("upsample", "positions", l => l.Positions);
        Rule(
            "windowattention",
            "the linear layers and relu that compute position biases",
            l => PositionNetwork.IsIn(l) ? PositionNetwork.Elements(l) + (2 * Rows(l) * Rows(l)) : null,
            unseen: operation => !PositionNetwork.Includes(operation));
        Free("dropout sigmoid hardtanh");
    }

    public override string Source => "vra/flopth, flopth/helper.py: compute_flops";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "a linear layer multiplies the second sizes of its input and output, which is wrong beyond 2 axes",
        "biases of convolutions count, those of linear layers do not",
        "a transposed convolution is counted over the output map",
        "upsample counts one channel",
        "layernorm counts as if it had no weights",
        "of window attention only the network that computes the position biases of version 2 is seen",
        "recurrent layers make the tool fail, and so do models with classes of their own inside others",
    ];

    protected override bool LooksInside => false;

    // The second size of what goes through both linear layers: the relative positions along the first axis.
    private static Amount Rows(LayerFacts layer) =>
        layer.Of((2 * layer.Sizes("window")![0]) - 1, "positions");
}
