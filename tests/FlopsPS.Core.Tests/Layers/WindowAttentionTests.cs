using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Operations;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>Attention within windows against torchvision's Swin transformers.</summary>
public class WindowAttentionTests
{
    [Theory]
    [InlineData( // the first stage of swin_t: 96 channels, 13 * 13 relative positions
        "windowattention heads=3 window=7", "1x96x56x56", (4 * 96 * 96) + (4 * 96) + (13 * 13 * 3))]
    [InlineData("windowattention heads=3 window=7 position_bias=false", "1x96x56x56", (4 * 96 * 96) + (4 * 96))]
    [InlineData("windowattention heads=3 window=7 bias=false", "1x96x56x56", (4 * 96 * 96) + (13 * 13 * 3))]
    [InlineData(
        "windowattention heads=3 window=7 bias=false out_bias=true", "1x96x56x56",
        (4 * 96 * 96) + 96 + (13 * 13 * 3))]
    [InlineData( // swin_v2_t: two coordinates to 512 to a bias per head, and a scale per head
        "windowattention heads=3 window=8 version=2", "1x96x64x64",
        (4 * 96 * 96) + (4 * 96) + (2 * 512) + 512 + (512 * 3) + 3)]
    [InlineData( // swin3d_t: 8 frames and 7x7 pixels
        "windowattention heads=3 window=8,7,7", "1x96x16x56x56",
        (4 * 96 * 96) + (4 * 96) + (15 * 13 * 13 * 3))]
    public void The_parameters_are_those_of_torchvision(string layer, string input, long parameters) =>
        Assert.Equal(parameters, LayerCase.Cost(layer, input).Parameters);

    // 2 channels, one head: per window of L positions 4*L*2*2 and 2*L*L*2.
    [Theory]
    [InlineData("windowattention heads=1 window=2", "1x2x4x4", 4 * ((4 * 4 * 2 * 2) + (2 * 4 * 4 * 2)))]
    [InlineData("windowattention heads=1 window=2 shift=1", "1x2x4x4", 4 * ((4 * 4 * 2 * 2) + (2 * 4 * 4 * 2)))]
    [InlineData("windowattention heads=1 window=2", "1x4x4x2 NHWC", 4 * ((4 * 4 * 2 * 2) + (2 * 4 * 4 * 2)))]
    [InlineData("windowattention heads=1 window=2", "1x2x3x5", 2 * 3 * ((4 * 4 * 2 * 2) + (2 * 4 * 4 * 2)))] // to 4x6
    [InlineData("windowattention heads=1 window=4", "1x2x3x3", (4 * 16 * 2 * 2) + (2 * 16 * 16 * 2))] // to 4x4
    [InlineData("windowattention heads=1 window=4", "1x2x3x3x3", (4 * 27 * 2 * 2) + (2 * 27 * 27 * 2))] // not padded
    public void A_map_is_filled_up_to_whole_windows(string layer, string input, long macs) =>
        Assert.Equal(macs, LayerCase.Cost(layer, input).Macs);

    // A mask is one addition per score: 4 windows of 4 * 4 scores.
    [Theory]
    [InlineData("shift=1", "1x2x4x4", 4 * 16)]
    [InlineData("shift=0,1", "1x2x4x4", 4 * 16)]
    [InlineData("shift=1", "1x2x2x2", 0)] // one window fills the map
    [InlineData("shift=0", "1x2x4x4", 0)]
    [InlineData("shift=1,0", "1x2x2x4", 0)] // the axis that would be moved is filled
    public void Windows_that_reach_around_the_edge_need_a_mask(string shift, string input, long steps)
    {
        const string Layer = "windowattention heads=1 window=2";

        Assert.Equal(
            steps,
            LayerCase.Cost($"{Layer} {shift}", input, "full").Flops - LayerCase.Cost(Layer, input, "full").Flops);
    }

    [Theory]
    [InlineData("windowattention heads=1 window=2", 1)]
    [InlineData("windowattention heads=1 window=2 version=2", 1)]
    [InlineData("windowattention heads=1 window=2 position_bias=false", 0)]
    public void The_position_bias_of_a_pair_is_looked_up(string layer, int lookups) => Assert.Equal(
        lookups, Nets.Lowered(LayerText.Layer(layer), Nets.Shape(1, 2, 4, 4)).Operations.OfType<Movement>().Count());

    [Theory]
    [InlineData("windowattention heads=2 window=2", "1x4x5x5", "1x4x5x5 NCHW")]
    [InlineData("windowattention heads=2 window=2", "1x5x5x4 NHWC", "1x5x5x4 NHWC")]
    public void The_map_keeps_its_shape(string layer, string input, string output) =>
        LayerCase.Makes(layer, input, output);

    [Theory]
    [InlineData("windowattention heads=3 window=2", "1x4x5x5", "4 channels cannot be split into 3 heads")]
    [InlineData("windowattention heads=2 window=2 shift=2", "1x4x5x5", "shift 2 must be smaller than the window 2")]
    [InlineData("windowattention heads=2 window=2,3 shift=1,3", "1x4x5x5", "shift [1, 3] must be smaller than the")]
    [InlineData("windowattention heads=2 window=2,2,2", "1x4x5x5", "window [2, 2, 2] has 3 values")]
    [InlineData("windowattention heads=2 window=2 shift=1,1,1", "1x4x5x5", "shift [1, 1, 1] has 3 values")]
    [InlineData("windowattention heads=2 window=2", "1x4", "a batch, channels and 1 to 3 spatial axes are needed")]
    [InlineData("windowattention heads=2 window=2", "4x1x5x5 CNHW", "in the order CNHW: none is that of the channels")]
    [InlineData("windowattention heads=2 window=2", "1x4x5 N?T", "has its axes in the order N?T: none is that of the")]
    public void What_does_not_fit_is_refused(string layer, string input, string reason) =>
        LayerCase.DoesNotFit(layer, input, reason);

    [Theory]
    [InlineData("windowattention heads=2", ErrorCode.ArgumentMissing, "windowattention needs 'window'")]
    [InlineData("windowattention heads=2 window=2 version=3", ErrorCode.ArgumentInvalid, "version '3' is not 1 or 2")]
    [InlineData("windowattention heads=2 window=2 shift=-1", ErrorCode.ArgumentInvalid, "shift '-1' is not a whole")]
    public void Arguments_are_checked(string layer, ErrorCode code, string reason) =>
        LayerCase.CannotBeMade(layer, code, reason);
}
