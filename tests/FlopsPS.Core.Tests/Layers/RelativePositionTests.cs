using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>Relative positions, axis by axis.</summary>
public class RelativePositionTests
{
    [Theory]
    [InlineData("relativeposition queries=2,3 keys=2,3", "1x4x6x6 + 1x4x6x5", "1x4x6x6 NCHW")]
    [InlineData("relativeposition queries=2,3 keys=1,2", "8x7x3 + 8x7x5", "8x7x3 NTF")] // one class token
    [InlineData("relativeposition queries=4 keys=2", "3x8x4x2 + 3x8x4x1", "3x8x4x2 NCHW")]
    public void The_scores_keep_their_shape(string layer, string inputs, string output) =>
        LayerCase.Makes(layer, inputs, output);

    // The distances between 4 queries and 2 keys need as many vectors as those between 4 and 4: 7.
    [Theory]
    [InlineData("relativeposition queries=4 keys=2", "1x1x4x2 + 1x1x4x5", 5 * 7)]
    [InlineData("relativeposition queries=2 keys=4", "1x1x2x4 + 1x1x2x5", 5 * 7)]
    [InlineData("relativeposition queries=8,14,14 keys=8,7,7", "1x4x1569x393 + 1x4x1569x96", 96 * (15 + 27 + 27))]
    public void Each_axis_has_a_vector_for_each_distance(string layer, string inputs, long parameters) =>
        Assert.Equal(parameters, LayerCase.Cost(layer, inputs).Parameters);

    // Each query of the map meets a key per column and one per row, not each pair: 2 samples, 4 heads, 5 features.
    [Theory]
    [InlineData("queries=2,3 keys=2,3", "2x4x6x6 + 2x4x6x5", 2 * 4 * 6 * 5 * (2 + 3))]
    [InlineData("queries=2,3 keys=1,2", "2x4x7x3 + 2x4x7x5", 2 * 4 * 6 * 5 * (1 + 2))] // not the class token
    public void A_query_meets_the_positions_of_each_axis(string arguments, string inputs, long macs) =>
        Assert.Equal(macs, LayerCase.Cost("relativeposition " + arguments, inputs).Macs);

    [Theory]
    [InlineData("queries=6 keys=6", "1x4x6x6 + 1x4x5x5", "the queries 1x4x5x5 do not go with the scores 1x4x6x6")]
    [InlineData("queries=6 keys=6", "1x4x6x6 + 4x6x5", "the queries 4x6x5 do not go with the scores 1x4x6x6")]
    [InlineData("queries=6 keys=6", "6x6 + 6x6", "6x6 comes in, but a batch, queries and keys are needed")]
    [InlineData("queries=7 keys=7", "1x4x6x6 + 1x4x6x5", "is not the scores of a map of [7] queries and")]
    [InlineData("queries=5 keys=6", "1x4x6x6 + 1x4x6x5", "each behind the same number of other tokens")]
    public void What_does_not_fit_is_refused(string arguments, string inputs, string reason) =>
        LayerCase.DoesNotFit("relativeposition " + arguments, inputs, reason);

    [Theory]
    [InlineData("relativeposition keys=2", ErrorCode.ArgumentMissing, "relativeposition needs 'queries'")]
    [InlineData("relativeposition queries=2", ErrorCode.ArgumentMissing, "relativeposition needs 'keys'")]
    [InlineData("relativeposition queries=2,3 keys=2", ErrorCode.ArgumentInvalid, "not as many sizes as queries [2, 3]")]
    public void Arguments_are_checked(string layer, ErrorCode code, string reason) =>
        LayerCase.CannotBeMade(layer, code, reason);
}
