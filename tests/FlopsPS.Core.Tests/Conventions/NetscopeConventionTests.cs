using FlopsPS.Core.Tests.Layers;
using FlopsPS.Counting;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>Netscope: what a network of these layers showed when it was run, and the lines of its analyzer.</summary>
public class NetscopeConventionTests
{
    [Theory]
    // Run: a prototxt of these layers behind an input of 2x4x9x7.
    [InlineData("conv out=8 kernel=3 groups=2", "2x4x9x7", 10_080)]
    [InlineData("convtranspose out=6 kernel=3 stride=2 groups=2", "2x4x9x7", 30_780)]
    [InlineData("convtranspose out=6 kernel=4 stride=2 padding=1", "2x4x9x7", 48_384)]
    [InlineData("localresponsenorm size=5", "2x4x9x7", 2_520)]
    [InlineData("multiply", "2x4x9x7 + 2x4x9x7", 0)]
    [InlineData("multiply", "2x4x9x7 + 2x4x1x1", 504)]
    [InlineData("batchnorm affine=false", "2x4x9x7", 0)]
    [InlineData("batchnorm", "2x4x9x7", 504)]
    [InlineData("prelu", "2x4x9x7", 0)]
    [InlineData("linear out=5", "2x252", 2_520)]
    // chIn * chOut * wOut * k / s: 1 * 1 * 9 * 3 / 2 = 13.5
    [InlineData("convtranspose out=1 kernel=3 stride=2", "1x1x4", 13)]
    [InlineData("convtranspose out=2 kernel=3", "1x3x4x4", 3 * 2 * 6 * 6 * 9)]
    [InlineData("add", "2x4 + 2x4", 0)]
    [InlineData("parameter shape=4,1,1 join=multiply", "2x4x3x3", 72)]
    [InlineData("parameter shape=1,3,3 join=concat", "2x4x3x3", 0)]
    [InlineData("adaptiveavgpool size=1", "2x4x3x3", 0)]
    public void A_layer_has_macc(string layer, string inputs, long macs)
    {
        CostRow row = LayerCase.Cost(layer, inputs, "netscope");

        Assert.Equal((macs, null, null), (row.Macs, row.Flops, row.Uncounted));
    }

    [Theory]
    [InlineData("conv out=8 kernel=3", "1x4x5x5x5")]
    [InlineData("convtranspose out=8 kernel=3", "1x4x5x5x5")]
    [InlineData("adaptiveavgpool size=2", "2x4x4x4")]
    [InlineData("add", "2x4x3x3 + 2x4x1x1")]
    [InlineData("parameter shape=4,1,1", "2x4x3x3")]
    [InlineData("sigmoid", "2x4")]
    [InlineData("upsample scale=2", "1x4x3x3")]
    [InlineData("layernorm", "2x4")]
    [InlineData("attention heads=2", "1x3x4")]
    public void A_layer_that_stops_the_tool_is_named(string layer, string inputs) =>
        LayerCase.IsUncounted(layer, inputs, "netscope");

    [Theory]
    [InlineData("conv out=8 kernel=3", "1x4x5x5", (4 * 8 * 9) + 8)]
    [InlineData("linear out=8 bias=false", "1x4", 32)]
    [InlineData("convtranspose out=8 kernel=3", "1x4x5x5", 4 * 8 * 9)]
    [InlineData("batchnorm", "1x4x5x5", 2 * 4)]
    [InlineData("prelu", "1x4x5x5", 0)]
    [InlineData("custom parameters=5 macs=1", "1x4", 5)]
    [InlineData("batchnorm affine=false", "1x3x2x2", 2 * 3)]
    public void Parameters_are_counted(string layer, string inputs, long parameters) =>
        Assert.Equal(parameters, LayerCase.Cost(layer, inputs, "netscope").Parameters);
}
