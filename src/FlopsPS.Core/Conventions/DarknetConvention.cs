using System.Collections.Generic;

namespace FlopsPS.Conventions;

/// <summary>The BFLOPs that darknet prints while it loads a network.</summary>
internal sealed class DarknetConvention : TableConvention
{
    public DarknetConvention()
        : base(
            "darknet",
            "What darknet prints as BFLOPs: convolutions, pools by their windows, and shortcuts.",
            Figures.Flops,
            "FLOPs, two per multiply-accumulate; the tool prints billions")
    {
        Rule("conv", "2 * macs, in 2-D", l => l.SpatialAxes == 2 ? 2 * l.Macs : null);
        Rule("maxpool avgpool", "outputs * kernel, in 2-D", l => l.SpatialAxes == 2 ? l.Outputs * l.Kernel : null);
        Rule("add", "outputs for every operand after the first", l => l.Outputs * (l.Operands - 1));
    }

    public override string Source =>
        "AlexeyAB/darknet, src/convolutional_layer.c, maxpool_layer.c, shortcut_layer.c: l.bflops; parser.c: the total";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "biases, batch normalisation and activations of a convolution are not counted",
        "connected layers, recurrent ones, global pools, products, softmax and upsampling have no BFLOPs",
        "a pool counts its whole windows, also where they hang over",
        "pjreddie/darknet prints the same of convolutions and nothing of pools and shortcuts",
        "binary (xnor) convolutions, which the tool divides by 32, are not known here",
        "the tool prints one image; here the batch multiplies as everywhere",
    ];

    protected override bool LooksInside => false;
}
