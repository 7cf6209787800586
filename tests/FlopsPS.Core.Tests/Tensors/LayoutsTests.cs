using System;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Tensors;

public class LayoutsTests
{
    [Theory]
    [InlineData("NHWC", new long[] { 1, 28, 30, 3 }, "1x3x28x30", "NCHW")]
    [InlineData("NCHW", new long[] { 1, 3, 28, 30 }, "1x3x28x30", "NCHW")]
    [InlineData("NDHWC", new long[] { 2, 4, 5, 6, 3 }, "2x3x4x5x6", "NCDHW")]
    [InlineData("NCDHW", new long[] { 2, 3, 4, 5, 6 }, "2x3x4x5x6", "NCDHW")]
    [InlineData("NLC", new long[] { 2, 50, 3 }, "2x3x50", "NCL")]
    [InlineData("NCL", new long[] { 2, 3, 50 }, "2x3x50", "NCL")]
    [InlineData("NTD", new long[] { 2, 197, 768 }, "2x197x768", "NTF")]
    [InlineData("NF", new long[] { 2, 128 }, "2x128", "NF")]
    [InlineData("NT", new long[] { 2, 16 }, "2x16", "NT")]
    [InlineData("nhwc", new long[] { 1, 28, 30, 3 }, "1x3x28x30", "NCHW")]
    [InlineData("NHWC", new long[] { 28, 30, 3 }, "1x3x28x30", "NCHW")]
    [InlineData("NF", new long[] { 128 }, "1x128", "NF")]
    public void Channels_move_behind_the_batch(string layout, long[] sizes, string shape, string letters)
    {
        TensorShape canonical = Layouts.Canonical(sizes, layout);

        Assert.Equal((shape, letters), (canonical.ToString(), canonical.Layout));
    }

    [Fact]
    public void An_unknown_layout_and_a_wrong_number_of_sizes_are_refused()
    {
        Assert.Contains("NHWC", Assert.Throws<ArgumentException>(() => Layouts.Canonical([1, 2], "NWHC")).Message);
        Assert.Contains(
            "4 sizes, or 3", Assert.Throws<ArgumentException>(() => Layouts.Canonical([1, 2], "NHWC")).Message);
    }
}
