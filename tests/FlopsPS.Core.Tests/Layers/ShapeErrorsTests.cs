using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>Shapes that do not fit are refused with a sentence that says what came and what was expected.</summary>
public class ShapeErrorsTests
{
    [Theory]
    [InlineData("conv out=4 kernel=3", "1x3", "1x3 comes in, but a batch, channels and 1 to 3 spatial axes")]
    [InlineData("conv out=4 kernel=3", "1x3x2x2", "kernel is larger than the padded input 1x3x2x2")]
    [InlineData("conv out=4 kernel=3 in=5", "1x3x8x8", "in is 5, but the input 1x3x8x8 has 3 channels")]
    [InlineData("conv out=4 kernel=3 groups=2", "1x3x8x8", "3 input channels cannot be split into 2 groups")]
    [InlineData("conv out=5 kernel=3 groups=2", "1x4x8x8", "5 output channels cannot be split into 2 groups")]
    [InlineData("conv out=5 kernel=3 groups=depthwise", "1x4x8x8", "5 output channels cannot be split into 4")]
    [InlineData("conv out=5 kernel=3,3,3", "1x4x8x8", "kernel [3, 3, 3] has 3 values; the input has 2 spatial axes")]
    [InlineData("conv out=5 kernel=3 stride=1,1,1", "1x4x8x8", "stride [1, 1, 1] has 3 values")]
    [InlineData("convtranspose out=5 kernel=2,2,2", "1x4x8x8", "kernel [2, 2, 2] has 3 values")]
    [InlineData("conv out=5 kernel=3 dilation=1,1,1", "1x4x8x8", "dilation [1, 1, 1] has 3 values")]
    [InlineData("conv out=5 kernel=3 padding=1,1,1", "1x4x8x8", "padding [1, 1, 1] has 3 values")]
    [InlineData("convtranspose out=4 kernel=3 output_padding=1", "1x3x8x8", "output_padding 1 must be smaller")]
    [InlineData("convtranspose out=4 kernel=1 padding=4", "1x3x8x8", "padding cuts away all")]
    [InlineData("convtranspose out=4 kernel=1 output_padding=0,0,0", "1x3x8x8", "output_padding [0, 0, 0] has 3")]
    [InlineData("linear out=4", "1x3x8x8", "put flatten, globalavgpool or permute before it")]
    [InlineData("linear out=4", "1x3x8x8 NCHD", "put flatten, globalavgpool or permute before it")]
    [InlineData("linear out=4", "3", "3 comes in, but a batch and features are needed")]
    [InlineData("linear out=4", "", "a single value comes in")]
    [InlineData("linear out=4 in=9", "1x3", "in is 9, but the input 1x3 has 3 features")]
    [InlineData("maxpool kernel=3 padding=2", "1x3x8x8", "padding 2 is more than half of the kernel 3")]
    [InlineData("avgpool kernel=2,4 padding=1,1,1,3", "1x3x8x8", "padding 3 is more than half of the kernel 4")]
    [InlineData("maxpool kernel=9", "1x3x8x8", "kernel is larger")]
    [InlineData("adaptiveavgpool size=3,3,3", "1x3x8x8", "size [3, 3, 3] has 3 values")]
    [InlineData("globalavgpool", "1x3", "1 to 3 spatial axes")]
    [InlineData("mean start=3 end=2", "1x3x4x5", "mean starts at axis 3 of 1x3x4x5, behind its end, axis 2")]
    [InlineData("batchnorm", "3", "a batch and channels are needed")]
    [InlineData("layernorm axes=3", "1x7x8", "3 axes are to be normalised behind the batch, but 1x7x8 has 3 in all")]
    [InlineData("groupnorm groups=4", "1x6x8", "6 channels cannot be split into 4 groups")]
    [InlineData("instancenorm", "1x6", "1 to 3 spatial axes")]
    [InlineData("localresponsenorm size=2", "1x6", "1 to 3 spatial axes")]
    [InlineData("prelu num_parameters=5", "1x6x8", "num_parameters is 5, but 1x6x8 has 6 channels")]
    [InlineData("softmax axis=4", "1x3x8x8", "1x3x8x8 has no axis 4; its axes are 0 to 3, or by name batch, channels")]
    [InlineData("softmax axis=tokens", "1x3x8x8", "1x3x8x8 has no axis tokens")]
    [InlineData("softmax", "", "has no axis -1")]
    [InlineData("softmax axis=9", "1x3x8x8", "1x3x8x8 has no axis 9; its axes are 0 to 3, or by name batch")]
    [InlineData("flatten start=3 end=1", "1x3x8x8", "starts at axis 3 of 1x3x8x8, behind its end, axis 1")]
    [InlineData("flatten", "4", "4 has no axis 1")]
    [InlineData("reshape shape=-1,-1", "1x3x8x8", "only one size of a shape can be -1: [-1, -1]")]
    [InlineData("reshape shape=5,-1", "1x3x8x8", "1x3x8x8 has 192 elements per sample, which do not fill [5, -1]")]
    [InlineData("reshape shape=5,5", "2x3x8x8", "2x3x8x8 has 192 elements per sample, which do not fill [5, 5]")]
    [InlineData("reshape shape=192,0", "1x192", "0 keeps the size of axis 2, but 1x192 has 2 axes")]
    [InlineData("reshape shape=192, layout=NCHW", "1x3x8x8", "the layout NCHW has 4 axes, but the shape has 2")]
    [InlineData("permute order=0,1,2", "1x3x8x8", "[0, 1, 2] must name each of the 4 axes of 1x3x8x8 once")]
    [InlineData("permute order=0,1,2,2", "1x3x8x8", "must name each")]
    [InlineData("permute order=0,1,2,9", "1x3x8x8", "must name each")]
    [InlineData("pad padding=1,2,3", "1x3x8x8", "padding [1, 2, 3] has 3 values")]
    [InlineData("slice start=3", "1x3x8x8", "nothing of the 3 elements on axis 1 of 1x3x8x8 lies from 3 to 3")]
    [InlineData("slice start=2 end=1", "1x3x8x8", "from 2 to 1")]
    [InlineData("split parts=2", "1x3x8x8", "axis 1 of 1x3x8x8 cannot be cut into 2 equal parts")]
    [InlineData("split parts=1000000", "1x1000000", "cannot be cut into 1000000 equal parts")]
    [InlineData("split sizes=1,1", "1x3x8x8", "the sizes [1, 1] are 2 together, but axis 1 of 1x3x8x8 has 3")]
    [InlineData("upsample scale=2 mode=bilinear", "1x3x8", "bilinear works on 2 spatial axes, but 1x3x8 has 1")]
    [InlineData("upsample scale=1/9", "1x3x8x8", "scale 1/9 leaves nothing of 1x3x8x8")]
    [InlineData("upsample scale=2,2,2", "1x3x8x8", "scale [2, 2, 2] must be one number or 2")]
    [InlineData("upsample size=2,2,2", "1x3x8x8", "size [2, 2, 2] has 3 values")]
    [InlineData("parameter shape=1,2,3", "4x3", "the weights [1, 2, 3] have 3 axes, more than 4x3 has")]
    [InlineData("parameter shape=1,3", "4x3", "the weights [1, 3] have 2 axes, more than 4x3 has behind the batch")]
    [InlineData("parameter shape=5,", "4x3", "cannot be joined element by element: axis 1 has 3 and 5")]
    [InlineData("parameter shape=5,4 join=concat axis=tokens", "4x3x2", "cannot be concatenated along axis 1")]
    [InlineData("parameter shape=3, join=concat axis=0", "4x3", "cannot be concatenated along the batch")]
    [InlineData("custom", "", "a single value comes in")]
    [InlineData("add", "1x3x8x8 + 1x4x8x8", "1x3x8x8 and 1x4x8x8 cannot be joined element by element: axis 1")]
    [InlineData("add", "1x3x8x8", "add takes 2 or more tensors, but 1 come in")]
    [InlineData("concat", "1x3x8x8 + 1x3x8x9", "1x3x8x8 and 1x3x8x9 cannot be concatenated along axis 1")]
    [InlineData("concat", "1x3x8x8 + 1x3", "cannot be concatenated along axis 1")]
    [InlineData("relu", "1x3 + 1x3", "relu takes 1 tensor, but 2 come in")]
    [InlineData("relu", "1x0x3", "the input 'input0' is 1x0x3, but every size must be at least 1")]
    public void A_shape_that_does_not_fit_is_refused(string layer, string inputs, string reason) =>
        LayerCase.DoesNotFit(layer, inputs, reason);

    [Theory]
    [InlineData("pad padding=9223372036854775807", "1x3x8x8")]
    [InlineData("upsample scale=9223372036854775807", "1x3x8x8")]
    [InlineData("conv out=4 kernel=9223372036854775807 dilation=2", "1x3x8x8")]
    [InlineData("split sizes=9223372036854775807,9223372036854775807", "1x3")]
    public void A_size_beyond_64_bits_is_an_overflow(string layer, string input)
    {
        Layer bound = LayerText.Layer(layer);

        var error = Assert.Throws<NetworkException>(() => Nets.Of(bound, LayerText.Shape(input)));

        Assert.Equal((ErrorCode.CountOverflow, bound.Kind), (error.Code, error.Layer));
    }
}
