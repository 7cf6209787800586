using FlopsPS.Core.Tests.Layers;
using FlopsPS.Counting;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>convnet-burden, by the functions of MatConvNet that burden.m tells apart.</summary>
public class ConvnetBurdenConventionTests
{
    [Theory]
    // vl_nnconv: numel(outs) * numel of a filter + numel(outs)
    [InlineData("conv out=8 kernel=3 groups=2", "2x4x9x7", (2 * 8 * 7 * 5 * (2 * 9)) + 560)]
    [InlineData("conv out=8 kernel=3 bias=false", "1x4x9", 8 * 7 * 12)]
    [InlineData("linear out=5", "2x6", (2 * 5 * 6) + 10)]
    // vl_nnconvt: numel(ins) * the kernel over all channels of the input
    [InlineData("convtranspose out=6 kernel=3 stride=2", "1x4x5x5", (100 * 9 * 4) + (6 * 11 * 11))]
    [InlineData("relu", "2x3x4", 2 * 24)]
    [InlineData("leakyrelu", "2x3x4", 2 * 24)]
    // vl_nnpool: 2 * numel(outs) * prod(stride), whatever the window
    [InlineData("maxpool kernel=3 stride=2", "1x4x9x9", 2 * 64 * 4)]
    [InlineData("avgpool kernel=7 stride=1", "1x4x9x9", 2 * 36)]
    [InlineData("maxpool kernel=3 stride=2,1", "1x4x9x9", 2 * 112 * 2)]
    [InlineData("globalavgpool", "1x4x9x9", 324)]
    [InlineData("adaptivemaxpool size=1", "1x4x9x9", 324)]
    [InlineData("batchnorm", "1x4x9x9", 0)]
    // vl_nnwsum counts its outputs, of however many operands; vl_nnscale too
    [InlineData("add", "2x3 + 2x3 + 2x3", 6)]
    [InlineData("multiply", "2x3x4x4 + 2x3x1x1", 96)]
    [InlineData("parameter shape=3,1,1 join=multiply", "2x3x4x4", 96)]
    [InlineData("parameter shape=1,4,4 join=concat", "2x3x4x4", 0)]
    [InlineData("upsample scale=2 mode=bilinear", "1x3x4x4", 4 * 192)]
    // vl_nnnormalize: numel(outs) + (1 + 1 + 2 * channels) per position
    [InlineData("localresponsenorm size=5", "2x8x3x3", 144 + (18 * (2 + 16)))]
    [InlineData("softmax", "2x3", 0)]
    [InlineData("sigmoid", "2x3", 0)]
    public void A_layer_is_counted_by_its_function(string layer, string inputs, long macs)
    {
        CostRow row = LayerCase.Cost(layer, inputs, "convnet-burden");

        Assert.Equal((macs, null, null), (row.Macs, row.Flops, row.Uncounted));
    }

    [Theory]
    [InlineData("conv out=8 kernel=3", "1x4x5x5x5")]
    [InlineData("convtranspose out=8 kernel=3", "1x4x5x5x5")]
    [InlineData("maxpool kernel=2", "1x4x6x6x6")]
    [InlineData("maxpool kernel=2 dilation=2", "1x4x6x6")]
    [InlineData("globalavgpool", "1x4x6x6x6")]
    [InlineData("adaptiveavgpool size=2", "1x4x6x6")]
    [InlineData("localresponsenorm size=5", "1x4x6x6x6")]
    [InlineData("add", "2x4x3x3 + 2x4x1x1")]
    [InlineData("multiply", "2x3 + 2x3 + 2x3")]
    [InlineData("parameter shape=4,1,1", "2x4x3x3")]
    [InlineData("upsample scale=2", "1x4x3x3")]
    [InlineData("tanh", "2x4")]
    [InlineData("relu6", "2x4")]
    [InlineData("gru hidden=3", "1x5x4")]
    public void A_layer_that_stops_the_tool_is_named(string layer, string inputs) =>
        LayerCase.IsUncounted(layer, inputs, "convnet-burden");

    [Theory]
    [InlineData("batchnorm", "1x4x5x5", 4 * 4)]
    [InlineData("conv out=8 kernel=3", "1x4x5x5", (4 * 8 * 9) + 8)]
    public void Parameters_are_counted(string layer, string inputs, long parameters) =>
        Assert.Equal(parameters, LayerCase.Cost(layer, inputs, "convnet-burden").Parameters);
}
