using FlopsPS.Layers;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Layers;

public class PaddingTests
{
    [Theory]
    [InlineData(28, 5, 1, 1, 2, 2)]
    [InlineData(4, 2, 1, 1, 0, 1)] // the odd element is at the end, as in TensorFlow and ONNX's SAME_UPPER
    [InlineData(224, 3, 2, 1, 0, 1)] // 112 windows reach to 225
    [InlineData(7, 3, 1, 2, 2, 2)]
    [InlineData(8, 1, 4, 1, 0, 0)] // less than nothing would be needed
    public void Same_pads_as_much_as_keeps_the_windows_of_all_strides(
        long size, long kernel, long stride, long dilation, long before, long after)
    {
        Window window = Padding.Same.Window(axis: 0, axes: 1, size, kernel, stride, dilation);

        Assert.Equal((before, after), (window.Before, window.After));
    }

    [Theory]
    [InlineData(4, 2, 0, 1, 1)]
    [InlineData(3, 2, 0, 0, 1)]
    [InlineData(3, 2, 1, 1, 1)] // what is added at the end is cut as well
    [InlineData(2, 2, 0, 0, 0)]
    [InlineData(2, 5, 0, 0, -3)] // a gap behind each input, also behind the last
    public void Same_cuts_a_transposed_convolution_to_size_times_stride(
        long kernel, long stride, long outputPadding, long before, long after)
    {
        Window window = Padding.Same.SpreadWindow(axis: 0, axes: 1, kernel, stride, dilation: 1, outputPadding);

        Assert.Equal((before, after), (window.Before, window.After));
        Assert.Equal(6 * stride, window.Spread(6, outputPadding));
    }

    [Fact]
    public void A_value_per_end_lists_all_beginnings_first()
    {
        var padding = Padding.Explicit(new Sizes([1, 2, 3, 4]));

        Window height = padding.Window(axis: 0, axes: 2, size: 9, kernel: 9, stride: 1, dilation: 1);
        Window width = padding.Window(axis: 1, axes: 2, size: 9, kernel: 9, stride: 1, dilation: 1);

        Assert.Equal((1, 3, 2, 4), (height.Before, height.After, width.Before, width.After));
    }
}
