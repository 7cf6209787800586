using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Conventions;

/// <summary>The column macc of Netscope CNN Analyzer.</summary>
internal sealed class NetscopeConvention : TableConvention
{
    public NetscopeConvention()
        : base(
            "netscope",
            "What Netscope's column macc shows; its columns comp, add, div and exp are no multiply-accumulates.",
            Figures.Macs,
            "multiply-accumulates (macc)")
    {
        Rule("conv", "macs, in 1-D and 2-D", l => l.SpatialAxes <= 2 ? l.Macs : null);
        Rule(
            "convtranspose",
            "input_channels * outputs * kernel / stride, rounded down, in 1-D and 2-D",
            l => l.SpatialAxes <= 2 ? Spreading.OverOutputs(l, operations: 1) : null);
        Rule("linear", "macs", l => l.Macs);
        Rule("batchnorm", "elements * affine: a layer BatchNorm and a layer Scale", l => l.Elements * l.Affine);
        Rule("localresponsenorm", "elements * size", l => l.Elements * l.Of(l.Number("size") ?? 1, "window"));
        Rule("add", "0 for equal shapes", l => Joining.IsAligned(l) ? l.Zero : null);
        Rule(
            "multiply",
            "0 for equal shapes, a layer Eltwise; else outputs, a layer Scale",
            l => Joining.IsAligned(l) ? l.Zero : l.Outputs);
        Rule("parameter", "outputs where it multiplies, a layer Scale", l => l.Word("join") switch
        {
            "multiply" => l.Outputs,
            "concat" => l.Zero,
            _ => null,
        });
        Rule("adaptivemaxpool adaptiveavgpool", "0 for size 1", l => Windows.IsGlobal(l) ? l.Zero : null);
        Free("relu relu6 leakyrelu elu prelu softmax softmax2d dropout maxpool avgpool globalmaxpool globalavgpool");
    }

    public override string Source => "dgschwend/netscope, src/analyzer.coffee: analyze";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "comparisons, additions, divisions and exponentials have columns of their own and are free here",
        "a transposed convolution is counted over the output map as if it had no groups",
        "an Eltwise product counts as a sum: the tool looks for its operation in the wrong place",
        "biases are not counted, but are parameters; those of transposed convolutions are not even that",
        "parameters of a batch normalisation are its mean and variance, not the weights of the Scale behind it",
        "slopes of PReLU are no parameters; an LRN has two, alpha and beta, which are missing here",
        "a layer type that the tool does not know stops it: sigmoid, tanh, upsampling, recurrence, attention",
    ];

    protected override bool LooksInside => false;

    public override bool IsParameter(Weight weight, Node node) => !node.IsIdle && node.Layer.Kind switch
    {
        "conv" or "linear" => weight.IsTrainable,
        "convtranspose" => weight.Name == "weight",
        "batchnorm" => !weight.IsTrainable,
        "custom" => weight.IsTrainable,
        _ => false,
    };
}
