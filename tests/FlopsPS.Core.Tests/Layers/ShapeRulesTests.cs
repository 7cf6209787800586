using System.Linq;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>What comes out of a layer; where torch's documentation has an example, it is the one here.</summary>
public class ShapeRulesTests
{
    [Theory]
    [InlineData("conv out=33 kernel=3 stride=2", "20x16x50", "20x33x24")] // (50 - 3) / 2 + 1
    [InlineData("conv out=33 kernel=3 stride=2", "20x16x50x100", "20x33x24x49")]
    [InlineData("conv out=33 kernel=3,5 stride=2,1 padding=4,2", "20x16x50x100", "20x33x28x100")]
    [InlineData("conv out=33 kernel=3,5 stride=2,1 padding=4,2 dilation=3,1", "20x16x50x100", "20x33x26x100")]
    [InlineData("conv out=33 kernel=3 stride=2", "20x16x10x50x100", "20x33x4x24x49")]
    [InlineData("conv out=33 kernel=3,5,2 stride=2,1,1 padding=4,2,0", "20x16x10x50x100", "20x33x8x50x99")]
    [InlineData("conv out=64 kernel=7 stride=2 padding=3", "1x3x224x224", "1x64x112x112")]
    [InlineData("conv out=16 kernel=5 padding=same", "1x3x28x28", "1x16x28x28")]
    [InlineData("conv out=16 kernel=5 stride=3 padding=same", "1x3x28x28", "1x16x10x10")] // ceil(28 / 3)
    [InlineData("conv out=16 kernel=5 padding=valid", "1x3x28x28", "1x16x24x24")]
    [InlineData("conv out=16 kernel=3 stride=2 padding=0,0,1,1", "1x3x8x8", "1x16x4x4")] // (8 + 1 - 3) / 2 + 1
    [InlineData("conv out=6 kernel=3 groups=depthwise", "1x3x8x8", "1x6x6x6")]
    [InlineData("convtranspose out=33 kernel=3 stride=2", "20x16x50x100", "20x33x101x201")] // 49 * 2 + 3
    [InlineData("convtranspose out=33 kernel=3,5 stride=2,1 padding=4,2", "20x16x50x100", "20x33x93x100")]
    [InlineData("convtranspose out=16 kernel=3 stride=2 padding=1", "1x16x6x6", "1x16x11x11")]
    [InlineData("convtranspose out=16 kernel=3 stride=2 padding=1 output_padding=1", "1x16x6x6", "1x16x12x12")]
    [InlineData("convtranspose out=16 kernel=2 stride=3 padding=same", "1x16x6x6", "1x16x18x18")]
    [InlineData("convtranspose out=16 kernel=5 stride=2 padding=same", "1x16x6", "1x16x12")]
    [InlineData("linear out=30", "128x20", "128x30")]
    [InlineData("linear out=30", "2x197x20", "2x197x30")]
    [InlineData("linear out=30 in=7", "2x3x5x7", "2x3x5x30")]
    [InlineData("maxpool kernel=3 stride=2", "20x16x50x32", "20x16x24x15")]
    [InlineData("maxpool kernel=3,2 stride=2,1", "20x16x50x32", "20x16x24x31")]
    [InlineData("maxpool kernel=3 stride=2", "20x16x50", "20x16x24")]
    [InlineData("maxpool kernel=3,2,2 stride=2,1,2", "20x16x50x44x31", "20x16x24x43x15")]
    [InlineData("maxpool kernel=3 stride=2 padding=1", "1x64x112x112", "1x64x56x56")]
    [InlineData("maxpool kernel=3 stride=2 ceil_mode=true", "1x64x112x112", "1x64x56x56")]
    [InlineData("maxpool kernel=2", "1x64x7x7", "1x64x3x3")] // the stride is the kernel
    [InlineData("maxpool kernel=3 dilation=2 stride=1", "1x64x7x7", "1x64x3x3")]
    [InlineData("avgpool kernel=3,2 stride=2,1", "20x16x50x32", "20x16x24x31")]
    [InlineData("avgpool kernel=3 stride=2 padding=same", "1x8x7x7", "1x8x4x4")]
    [InlineData("adaptiveavgpool size=5,7", "1x64x8x9", "1x64x5x7")]
    [InlineData("adaptiveavgpool size=7", "1x64x10x9", "1x64x7x7")]
    [InlineData("adaptivemaxpool size=5", "1x64x8", "1x64x5")]
    [InlineData("globalavgpool", "2x64x8x9", "2x64x1x1")]
    [InlineData("globalmaxpool", "2x64x8x9x4", "2x64x1x1x1")]
    [InlineData("mean", "2x64x8x9", "2x64")]
    [InlineData("mean start=1 end=1", "2x50x64", "2x64")]
    [InlineData("batchnorm", "2x64x8x9", "2x64x8x9")]
    [InlineData("layernorm axes=2", "2x64x8x9", "2x64x8x9")]
    [InlineData("groupnorm groups=3", "20x6x10x10", "20x6x10x10")]
    [InlineData("instancenorm", "20x100x35x45", "20x100x35x45")]
    [InlineData("softmax axis=channels", "2x64x8x9", "2x64x8x9")]
    [InlineData("relu", "", "")]
    [InlineData("dropout p=1/5", "2x64", "2x64")]
    [InlineData("identity", "2x64", "2x64")]
    [InlineData("pad padding=2", "1x3x8x9", "1x3x12x13")]
    [InlineData("pad padding=1,2", "1x3x8x9", "1x3x10x13")]
    [InlineData("pad padding=0,0,1,1", "1x3x8x9", "1x3x9x10")]
    [InlineData("pad padding=4 axis=channels", "1x3x8x9", "1x11x8x9")]
    [InlineData("pad padding=0,1 axis=1", "1x3x8x9", "1x4x8x9")]
    [InlineData("upsample scale=2", "1x3x2x2", "1x3x4x4")]
    [InlineData("upsample scale=3/2 mode=bilinear", "1x3x5x5", "1x3x7x7")] // floor(7.5)
    [InlineData("upsample scale=2,3", "1x3x2x2", "1x3x4x6")]
    [InlineData("upsample scale=1/2 mode=trilinear", "1x3x4x6x8", "1x3x2x3x4")]
    [InlineData("upsample size=7 mode=linear", "1x3x2", "1x3x7")]
    [InlineData("parameter shape=1,768 join=concat axis=tokens", "2x196x768", "2x197x768")]
    [InlineData("parameter shape=197,768", "2x197x768", "2x197x768")]
    [InlineData("parameter shape=64,1,1 join=multiply", "2x64x8x9", "2x64x8x9")]
    [InlineData("parameter shape=5,768", "2x1x768", "2x5x768")] // queries, the same for every sample
    [InlineData("custom", "2x64x8x9", "2x64x8x9")]
    [InlineData("custom out=10,", "2x64x8x9", "2x10")]
    public void A_layer_makes_the_documented_shape(string layer, string input, string output) =>
        Assert.Equal(LayerText.Shape(output), Nets.Out(LayerText.Layer(layer), LayerText.Shape(input)));

    [Theory]
    [InlineData("flatten", "32x1x5x5", "32x25 NF")]
    [InlineData("flatten start=0 end=2", "32x1x5x5", "160x5 NW")]
    [InlineData("flatten start=2", "1x768x14x14", "1x768x196 NCL")]
    [InlineData("flatten start=height end=width", "1x768x14x14", "1x768x196 NCL")]
    [InlineData("flatten start=1 end=1", "1x768x14x14", "1x768x14x14 NCHW")]
    [InlineData("flatten start=1 end=2", "1x4x5x6", "1x20x6 NFW")]
    [InlineData("permute order=0,2,3,1", "1x3x8x9", "1x8x9x3 NHWC")]
    [InlineData("permute order=0,-1,1", "1x768x196 NCL", "1x196x768 NLC")]
    [InlineData("reshape shape=-1,", "2x3x4x5", "2x60 NF")]
    [InlineData("reshape shape=0,20", "2x3x4x5", "2x3x20 NTF")]
    [InlineData("reshape shape=20,3 layout=NLC", "2x3x4x5", "2x20x3 NLC")]
    [InlineData("reshape shape=20,3 layout=NTD", "2x3x4x5", "2x20x3 NTF")]
    [InlineData("reshape shape=6,-1,5", "2x3x4x5", "2x6x2x5 NCHW")]
    [InlineData("reshape shape=6,-1,5", "2x3x4x5 NHWC", "2x6x2x5 NHWC")]
    [InlineData("reshape shape=-1,60", "2x3x4x5", "2x1x60 NTF")]
    [InlineData("parameter shape=3,5", "2x3x1 NCL", "2x3x5 NCL")]
    [InlineData("upsample scale=2", "2x3x5 NCL", "2x3x10 NCL")]
    [InlineData("custom out=5,6", "2x3x4 NCL", "2x5x6 NCL")]
    [InlineData("linear out=9", "1x768x196 NCL", "1x768x9 NCF")]
    [InlineData("linear out=9", "1x8x8x3 NHWC", "1x8x8x9 NHWC")]
    public void The_axis_letters_follow(string layer, string input, string output) =>
        LayerCase.Makes(layer, input, output);

    [Theory]
    [InlineData("concat", "1x3x8x9 + 1x5x8x9", "1x8x8x9")]
    [InlineData("concat", "1x7x3 + 1x7x5", "1x7x8")] // the channels of tokens are their features
    [InlineData("concat axis=tokens", "1x7x3 + 1x1x3 + 1x2x3", "1x10x3")]
    [InlineData("concat axis=-1", "1x3x8x9", "1x3x8x9")]
    [InlineData("add", "1x3x8x9 + 1x3x1x1", "1x3x8x9")]
    [InlineData("multiply", "1x3x1x1 + 1x3x8x9", "1x3x8x9")]
    [InlineData("add", "1x3x8x9 + 4x3x8x9 + 9", "4x3x8x9")]
    public void Several_inputs_become_one(string layer, string inputs, string output) =>
        Assert.Equal(LayerText.Shape(output), Nets.Out(LayerText.Layer(layer), LayerText.Shapes(inputs)));

    [Theory]
    [InlineData("slice end=4", "1x9x8x8", "1x4x8x8")]
    [InlineData("slice start=4", "1x9x8x8", "1x5x8x8")]
    [InlineData("slice start=-2", "1x9x8x8", "1x2x8x8")]
    [InlineData("slice start=1 end=-1 step=3", "1x9x8x8", "1x3x8x8")] // 1, 4, 7
    [InlineData("slice axis=height end=9223372036854775807 step=2", "1x9x8x8", "1x9x4x8")]
    [InlineData("slice axis=2 start=-9223372036854775807", "1x9x8x8", "1x9x8x8")]
    public void A_slice_is_that_of_Python(string layer, string input, string output) =>
        Assert.Equal(LayerText.Shape(output), Nets.Out(LayerText.Layer(layer), LayerText.Shape(input)));

    [Fact]
    public void A_split_has_as_many_parts_as_anybody_names() => Assert.Equal(
        65_536, Nets.Of(LayerText.Layer("split parts=65536"), Nets.Shape(1, 65_536)).Outputs.Count);

    [Theory]
    [InlineData("split parts=3", "1x9x8x8", "1x3x8x8 + 1x3x8x8 + 1x3x8x8")]
    [InlineData("split sizes=2,7", "1x9x8x8", "1x2x8x8 + 1x7x8x8")]
    [InlineData("split parts=2 axis=width", "1x9x8x8", "1x9x8x4 + 1x9x8x4")]
    public void A_split_has_an_output_for_each_part(string layer, string input, string outputs) => Assert.Equal(
        LayerText.Shapes(outputs),
        Nets.Of(LayerText.Layer(layer), LayerText.Shape(input)).Outputs.Select(tensor => tensor.Shape));
}
