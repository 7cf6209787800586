using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using FlopsPS.Core.Tests.Oracle;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Tensors;

/// <summary>Window arithmetic against windows that are moved by hand.</summary>
public class WindowTests
{
    private static readonly Gen<(Window Window, int Size)> s_any =
        from kernel in Gen.Int[1, 7]
        from stride in Gen.Int[1, 7]
        from padding in Gen.Int[0, 6].Array[2]
        from dilation in Gen.Int[1, 6]
        from size in Gen.Int[1, 15]
        select (new Window(kernel, stride, padding[0], padding[1], dilation), size);

    [Fact]
    public void Slide_counts_the_windows_that_fit() => s_any.Sample(
        (window, size) => Assert.Equal(Starts(window, size, ceiling: false).Count, window.Slide(size)),
        iter: 5000);

    [Fact]
    public void Slide_with_ceiling_takes_a_last_window_that_hangs_over() => s_any.Sample(
        (any, size) =>
        {
            Window window = WithPoolPadding(any);
            Assert.Equal(Starts(window, size, ceiling: true).Count, window.Slide(size, ceiling: true));
        },
        iter: 5000);

    [Theory]
    [InlineData(112, 3, 2, 1, false, 56)] // ResNet: floor((112 + 2 - 3) / 2) + 1
    [InlineData(112, 3, 2, 0, true, 56)] // GoogLeNet: ceil((112 - 3) / 2) + 1
    [InlineData(112, 3, 2, 0, false, 55)]
    [InlineData(5, 1, 2, 0, true, 3)]
    [InlineData(2, 3, 2, 0, true, 1)] // larger than the input, but by less than a stride
    [InlineData(2, 3, 2, 0, false, 0)]
    [InlineData(2, 3, 1, 0, true, 0)]
    [InlineData(3, 2, 4, 1, true, 1)] // a second window would start behind the input
    public void Slide_follows_torch(int size, int kernel, int stride, int padding, bool ceiling, int windows) =>
        Assert.Equal(windows, new Window(kernel, stride, padding, padding, 1).Slide(size, ceiling));

    [Fact]
    public void Spread_reaches_from_the_first_to_the_last_position() => Gen.Select(s_any, Gen.Int[0, 3]).Sample(
        (sample, added) =>
        {
            (Window window, int size) = sample;
            long expected = Positions(window, size).Max() + 1 - window.Before - window.After + added;
            Assert.Equal(expected, window.Spread(size, added));
        },
        iter: 2000);

    [Fact]
    public void Reached_counts_the_positions_that_receive_a_value() => Gen.Select(s_any, Gen.Int[1, 40]).Sample(
        (sample, output) =>
        {
            (Window window, int size) = sample;
            long expected = Positions(window, size)
                .Select(position => position - window.Before)
                .Where(position => position >= 0 && position < output)
                .Distinct()
                .Count();
            Assert.Equal(expected, window.Reached(size, output));
        },
        iter: 5000);

    [Fact]
    public void Reached_needs_no_walk_over_a_large_kernel()
    {
        const long million = 1_000_000;

        Assert.Equal(million * million, new Window(million, million, 0, 0, 1).Reached(million, long.MaxValue));
    }

    [Fact]
    public void Inside_sums_the_elements_of_windows_that_lie_on_the_input() => Gen.Select(s_any, Gen.Bool).Sample(
        (sample, ceiling) =>
        {
            (Window any, int size) = sample;
            Window window = WithPoolPadding(any, dilation: 1);
            List<int> starts = Starts(window, size, ceiling);
            int expected = starts.Sum(start =>
                Enumerable.Range(start, (int)window.Kernel).Count(element => element >= 0 && element < size));
            Assert.Equal(expected, starts.Count == 0 ? 0 : window.Inside(size, starts.Count));
        },
        iter: 5000);

    [Fact]
    public void Sizes_beyond_64_bits_overflow()
    {
        Assert.Throws<OverflowException>(() => new Window(long.MaxValue, 1, 0, 0, 2).Slide(1));
        Assert.Throws<OverflowException>(() => new Window(1, long.MaxValue, 0, 0, 1).Spread(3, 0));
    }

    // Pools refuse padding of more than half the kernel.
    private static Window WithPoolPadding(Window any, long? dilation = null)
    {
        long half = any.Kernel / 2;
        return new(
            any.Kernel, any.Stride, Math.Min(any.Before, half), Math.Min(any.After, half), dilation ?? any.Dilation);
    }

    private static List<int> Starts(Window window, int size, bool ceiling) => Loops.Slide(
        size, (int)window.Extent, (int)window.Stride, (int)window.Before, (int)window.After, ceiling);

    private static IEnumerable<long> Positions(Window window, int size) =>
        from element in Enumerable.Range(0, size)
        from tap in Enumerable.Range(0, (int)window.Kernel)
        select (element * window.Stride) + (tap * window.Dilation);
}
