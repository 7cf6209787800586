using System;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Tensors;

public class TensorShapeTests
{
    private static readonly TensorShape s_map = new([2, 3, 5, 7]);

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "N")]
    [InlineData(2, "NF")]
    [InlineData(3, "NTF")]
    [InlineData(4, "NCHW")]
    [InlineData(5, "NCDHW")]
    [InlineData(6, "NC????")]
    public void Axes_get_the_usual_letters_of_their_number(int rank, string layout) =>
        Assert.Equal(layout, new TensorShape(new long[rank]).Layout);

    [Fact]
    public void An_axis_is_found_from_the_start_from_the_end_and_by_letter()
    {
        Assert.Equal((2, 7, 3), (s_map[0], s_map[-1], s_map[-3]));
        Assert.Equal((1, -1), (s_map.AxisOf('C'), s_map.AxisOf('T')));
        Assert.Equal((4, 2), (s_map.Rank, s_map.SpatialRank));
        Assert.Equal(0, new TensorShape([5]).SpatialRank);
    }

    [Fact]
    public void Elements_and_products_multiply_sizes()
    {
        Assert.Equal(2 * 3 * 5 * 7, s_map.Elements);
        Assert.Equal(3 * 5, s_map.Product(1, 3));
        Assert.Equal(1, s_map.Product(2, 2));
        Assert.Equal(1, new TensorShape([]).Elements);
        Assert.Throws<OverflowException>(() => new TensorShape([1L << 40, 1L << 40]).Elements);
    }

    [Fact]
    public void A_shape_is_changed_into_a_new_one()
    {
        Assert.Equal("2x9x5x7", s_map.With(1, 9).ToString());
        Assert.Equal("2x3x5x9", s_map.With(-1, 9).ToString());
        Assert.Equal("2x8x4x6", s_map.WithMap(8, [4, 6]).ToString());
        Assert.Equal("2x3x5x7", s_map.ToString());
        Assert.Equal("NCHW", s_map.With(1, 9).Layout);
    }

    [Theory]
    [InlineData("NCHW", "NCHF")]
    [InlineData("NHWC", "NHWC")]
    public void The_last_axis_becomes_features(string layout, string expected)
    {
        TensorShape features = new TensorShape([1, 2, 3, 4], layout).WithFeatures(9);

        Assert.Equal((expected, "1x2x3x9"), (features.Layout, features.ToString()));
    }

    [Fact]
    public void Shapes_are_equal_when_their_sizes_are()
    {
        TensorShape same = new([2, 3, 5, 7], "NHWC");

        Assert.True(s_map.Equals(same));
        Assert.True(s_map.Equals((object)same));
        Assert.Equal(s_map.GetHashCode(), same.GetHashCode());
        Assert.False(s_map.Equals(new TensorShape([2, 3, 5])));
        Assert.False(s_map.Equals((TensorShape?)null));
        Assert.False(s_map.Equals("2x3x5x7"));
    }

    [Fact]
    public void A_negative_size_and_a_layout_of_another_rank_are_refused()
    {
        Assert.Contains("negative", Assert.Throws<ArgumentException>(() => new TensorShape([1, -1])).Message);
        Assert.Contains("NCHW", Assert.Throws<ArgumentException>(() => new TensorShape([1, 2], "NCHW")).Message);
    }

    [Fact]
    public void A_shape_does_not_follow_the_list_it_was_made_of()
    {
        long[] sizes = [1, 2];
        var shape = new TensorShape(sizes);
        sizes[1] = 9;

        Assert.Equal(2, shape[1]);
    }
}
