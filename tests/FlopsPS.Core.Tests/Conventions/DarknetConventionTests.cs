using FlopsPS.Core.Tests.Layers;
using FlopsPS.Counting;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>darknet: what a network of these sections printed when it was run, and the lines of its sources.</summary>
public class DarknetConventionTests
{
    [Theory]
    // Run: [convolutional] groups=2, [maxpool], [local_avgpool], [shortcut] from=-2,-1 print these.
    [InlineData("conv out=8 kernel=3 groups=2 bias=false", "1x4x9x8", 2 * (4 / 2 * 8 * 9) * 7 * 6)]
    [InlineData("maxpool kernel=3 stride=2", "1x8x7x6", 3 * 3 * 8 * 3 * 2)]
    [InlineData("avgpool kernel=2 stride=1", "1x8x3x2", 2 * 2 * 8 * 2 * 1)]
    [InlineData("add", "1x8x2x1 + 1x8x2x1 + 1x8x2x1", 2 * 8 * 2 * 1)]
    [InlineData("conv out=8 kernel=3 padding=1 dilation=1", "2x4x5x5", 2 * 2 * (4 * 8 * 9) * 25)]
    // A window that hangs over counts whole, and so does one of which the padding is not in the mean.
    [InlineData("maxpool kernel=2 ceil_mode=true", "1x1x3x3", 4 * 4)]
    [InlineData("avgpool kernel=3 stride=2 padding=1 count_include_pad=false", "1x1x4x4", 9 * 4)]
    public void A_section_prints_BFLOPs(string layer, string inputs, long flops)
    {
        CostRow row = LayerCase.Cost(layer, inputs, "darknet");

        Assert.Equal((flops, null, null), (row.Flops, row.Macs, row.Uncounted));
    }

    [Theory]
    [InlineData("conv out=8 kernel=3", "1x4x9")]
    [InlineData("convtranspose out=8 kernel=3", "1x4x9x9")]
    [InlineData("maxpool kernel=3", "1x4x9")]
    [InlineData("linear out=3", "1x4")]
    [InlineData("batchnorm", "1x4x3x3")]
    [InlineData("leakyrelu", "1x4x3x3")]
    [InlineData("globalavgpool", "1x4x3x3")]
    [InlineData("multiply", "1x4x3x3 + 1x4x1x1")]
    [InlineData("upsample scale=2", "1x4x3x3")]
    [InlineData("lstm hidden=3", "1x5x4")]
    public void A_section_without_BFLOPs_is_named(string layer, string inputs) =>
        LayerCase.IsUncounted(layer, inputs, "darknet");

    [Theory]
    [InlineData("batchnorm", "1x4x5x5", 2 * 4)]
    public void Parameters_are_counted(string layer, string inputs, long parameters) =>
        Assert.Equal(parameters, LayerCase.Cost(layer, inputs, "darknet").Parameters);
}
