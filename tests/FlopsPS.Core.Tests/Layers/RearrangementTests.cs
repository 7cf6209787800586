using FlopsPS.Networks;
using FlopsPS.Operations;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>Layers that move, look up or sample values; the examples of torch's documentation.</summary>
public class RearrangementTests
{
    [Theory]
    [InlineData("pixelshuffle factor=3", "1x9x4x4", "1x1x12x12 NCHW")]
    [InlineData("pixelshuffle factor=2", "1x12x4x5", "1x3x8x10 NCHW")]
    [InlineData("pixelunshuffle factor=3", "1x1x12x12", "1x9x4x4 NCHW")]
    [InlineData("pixelunshuffle factor=2", "1x3x8x10", "1x12x4x5 NCHW")]
    [InlineData("channelshuffle groups=2", "1x4x2x2", "1x4x2x2 NCHW")]
    [InlineData("gridsample", "20x16x50x100 + 20x7x9x2", "20x16x7x9 NCHW")]
    [InlineData("gridsample mode=nearest", "2x3x4x5x6 + 2x7x8x9x3", "2x3x7x8x9 NCDHW")]
    [InlineData("gridsample mode=bicubic padding_mode=border align_corners=true", "1x3x4x5 + 1x1x1x2", "1x3x1x1 NCHW")]
    [InlineData("embedding num=10 dim=3", "2x4", "2x4x3 NTF")]
    [InlineData("embedding num=10 dim=3", "2x4 NT", "2x4x3 NTF")]
    [InlineData("embedding num=10 dim=3 padding_idx=-1", "2", "2x3 NF")]
    [InlineData("embedding num=10 dim=3", "2x4x5 NHW", "2x4x5x3 NHWF")]
    [InlineData("embedding num=10 dim=3", "2 F", "2x3 NF")] // features are there, so the usual names are taken
    [InlineData("permute order=0,2,3,1", "1x3x8x9", "1x8x9x3 NHWC")]
    [InlineData("scale", "2x3x4", "2x3x4 NTF")]
    [InlineData("reshape shape=3,4,5 batch=2", "3x2x3x20", "6x3x4x5 NCHW")]
    [InlineData("reshape shape=2,3,-1 batch=1/2", "6x3x4x5", "3x2x3x20 NCHW")]
    [InlineData("reshape shape=0,-1 batch=1/2", "2x3x4", "1x3x8 NTF")]
    public void The_output_has_the_documented_shape(string layer, string inputs, string output) =>
        LayerCase.Makes(layer, inputs, output);

    [Theory]
    [InlineData("pixelshuffle factor=2", "1x12x4x5", 0)]
    [InlineData("pixelunshuffle factor=2", "1x3x8x10", 0)]
    [InlineData("channelshuffle groups=2", "1x4x2x2", 0)]
    [InlineData("embedding num=10 dim=3", "2x4", 10 * 3)]
    [InlineData("gridsample", "1x3x4x5 + 1x2x2x2", 0)]
    public void Nothing_is_computed_and_only_a_vocabulary_is_learned(string layer, string inputs, long parameters)
    {
        var row = LayerCase.Cost(layer, inputs);

        Assert.Equal((parameters, 0L, 0L), (row.Parameters, row.Macs, row.Flops));
    }

    [Theory]
    [InlineData("embedding num=10 dim=3", "2x4")]
    [InlineData("concat", "1x2 + 1x3")]
    [InlineData("split parts=2", "1x4")]
    [InlineData("parameter shape=1,3 join=concat axis=tokens", "2x4x3")]
    [InlineData("channelshuffle groups=2", "1x4x2x2")]
    public void What_is_looked_up_or_moved_is_an_operation_all_the_same(string layer, string inputs) =>
        Assert.IsType<Movement>(Assert.Single(
            Nets.Lowered(LayerText.Layer(layer), LayerText.Shapes(inputs)).Operations));

    // 3 channels at 2x2 positions; n neighbours are n products and n - 1 sums.
    [Theory]
    [InlineData("gridsample", "1x3x4x5 + 1x2x2x2", 3 * 4 * (4 + 3))]
    [InlineData("gridsample mode=bicubic", "1x3x4x5 + 1x2x2x2", 3 * 4 * (16 + 15))]
    [InlineData("gridsample mode=nearest", "1x3x4x5 + 1x2x2x2", 0)]
    [InlineData("gridsample", "1x3x4x5x6 + 1x2x2x1x3", 3 * 4 * (8 + 7))]
    [InlineData("gridsample mode=nearest", "1x3x4x5x6 + 1x2x2x1x3", 0)]
    public void A_sample_weighs_its_neighbours(string layer, string inputs, long steps) =>
        Assert.Equal(steps, LayerCase.Cost(layer, inputs, "full").Flops);

    [Theory]
    [InlineData("pixelshuffle factor=2", "1x6x4x4", "6 channels cannot be split into 4 tiles of 2x2")]
    [InlineData("pixelshuffle factor=2", "1x4x4", "1x4x4 comes in, but a batch, channels, height and width are needed")]
    [InlineData("pixelunshuffle factor=2", "1x4x3x4", "3 rows cannot be split into 2 tiles of 2")]
    [InlineData("pixelunshuffle factor=2", "1x4x4x3", "3 columns cannot be split into 2 tiles of 2")]
    [InlineData("channelshuffle groups=3", "1x4x4x3", "4 channels cannot be split into 3 groups")]
    [InlineData("channelshuffle groups=2", "1x4", "a batch, channels and 1 to 3 spatial axes are needed")]
    [InlineData("gridsample", "1x3x4 + 1x4x1", "1x3x4 comes in, but a batch, channels and 2 or 3 spatial axes")]
    [InlineData("gridsample", "1x3x4x5 + 2x2x2x2", "the grid 2x2x2x2 does not go with the map 1x3x4x5")]
    [InlineData("gridsample", "1x3x4x5 + 1x2x2x3", "it needs a batch of 1, 2 spatial axes and a position of 2 numbers")]
    [InlineData("gridsample", "1x3x4x5 + 1x2x2", "the grid 1x2x2 does not go with the map")]
    [InlineData("gridsample mode=bicubic", "1x3x4x5x6 + 1x2x2x2x3", "bicubic works on 2 spatial axes, but 1x3x4x5x6")]
    [InlineData("reshape shape=2,-1 batch=1/2", "3x4", "the batch of 3x4 cannot be multiplied by 0.5")]
    [InlineData("reshape shape=2,-1 batch=0", "3x4", "the batch of 3x4 cannot be multiplied by 0")]
    [InlineData("reshape shape=3 batch=2", "3x4", "3x4 has 2 elements per sample, which do not fill")]
    [InlineData("embedding num=10 dim=3", "", "a single value comes in, but indices are needed")]
    public void What_does_not_fit_is_refused(string layer, string inputs, string reason) =>
        LayerCase.DoesNotFit(layer, inputs, reason);

    [Theory]
    [InlineData("embedding num=10", ErrorCode.ArgumentMissing, "embedding needs 'dim': Features of a vector.")]
    [InlineData("embedding dim=10", ErrorCode.ArgumentMissing, "embedding needs 'num'")]
    [InlineData("pixelshuffle", ErrorCode.ArgumentMissing, "pixelshuffle needs 'factor'")]
    [InlineData("pixelunshuffle factor=0", ErrorCode.ArgumentInvalid, "factor '0' is not a whole number of at least 1")]
    [InlineData("channelshuffle", ErrorCode.ArgumentMissing, "channelshuffle needs 'groups'")]
    [InlineData("gridsample mode=linear", ErrorCode.ArgumentInvalid, "is not one of bilinear, nearest or bicubic")]
    public void Arguments_are_checked(string layer, ErrorCode code, string reason) =>
        LayerCase.CannotBeMade(layer, code, reason);
}
