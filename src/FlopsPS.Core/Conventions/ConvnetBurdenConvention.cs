using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Conventions;

/// <summary>What convnet-burden prints of networks in MatConvNet.</summary>
internal sealed class ConvnetBurdenConvention : TableConvention
{
    public ConvnetBurdenConvention()
        : base(
            "convnet-burden",
            "What convnet-burden prints: fused multiply-adds, biases, and a few operations per element.",
            Figures.Macs,
            "fused multiply-adds, which the tool calls FLOPs")
    {
        Rule("conv", "macs + bias, in 1-D and 2-D", l => IsFlat(l) ? l.Macs + l.Bias : null);
        Rule("linear", "macs + bias", l => l.Macs + l.Bias);
        Rule(
            "convtranspose",
            "inputs * kernel * input_channels + bias, in 1-D and 2-D",
            l => IsFlat(l) ? (l.Inputs * l.Kernel * l.InputChannels) + l.Bias : null);
        Rule("relu leakyrelu", "2 * elements", l => 2 * l.Elements);
        Rule(
            "maxpool avgpool",
            "2 * outputs * stride, in 1-D and 2-D",
            l => IsFlat(l) && !Windows.HasDilation(l) ? 2 * l.Outputs * l.Stride : null);
        Rule("globalmaxpool globalavgpool", "inputs, in 1-D and 2-D", l => IsFlat(l) ? l.Inputs : null);
        Rule(
            "adaptivemaxpool adaptiveavgpool",
            "inputs for size 1, in 1-D and 2-D",
            l => IsFlat(l) && Windows.IsGlobal(l) ? l.Inputs : null);
        Rule("add", "outputs, for equal shapes", l => Joining.IsAligned(l) ? l.Outputs : null);
        Rule("multiply", "outputs, for two tensors", l => l.Operands.Value == 2 ? l.Outputs : null);
        Rule("parameter", "outputs where it multiplies", l => l.Word("join") switch
        {
            "multiply" => l.Outputs,
            "concat" => l.Zero,
            _ => null,
        });
        Rule("upsample", "4 * outputs if bilinear", l => l.Word("mode") == "bilinear" ? 4 * l.Outputs : null);
        Rule(
            "localresponsenorm",
            "elements + positions * (2 + 2 * channels), in 1-D and 2-D",
            l => IsFlat(l) ? l.Elements + (l.Positions * (2 + (2 * l.Channels))) : null);
        Free("batchnorm softmax softmax2d sigmoid dropout");
    }

    public override string Source => "albanie/convnet-burden, core/burden.m: computeFlops";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "a pool counts its stride instead of its kernel",
        "a transposed convolution takes the channels of its input where those of its output belong",
        "batch normalisation counts nothing, as if merged; sigmoid and softmax nothing unless asked for",
        "the statistics of batch normalisation are parameters, since MatConvNet keeps them as such",
        "a layer that the tool does not know stops it: tanh, ELU, layer normalisation, recurrence, attention",
    ];

    protected override bool LooksInside => false;

    public override bool IsParameter(Weight weight, Node node) =>
        !node.IsIdle && (base.IsParameter(weight, node) || node.Layer.Kind == "batchnorm");

    private static bool IsFlat(LayerFacts layer) => layer.SpatialAxes <= 2;
}
