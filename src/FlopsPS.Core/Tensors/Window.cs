using System;
using FlopsPS.Numbers;

namespace FlopsPS.Tensors;

/// <summary>A receptive window that slides along one axis: the arithmetic of convolution and pooling.</summary>
/// <remarks>Source: the shape rules in the documentation of torch.nn.Conv2d, MaxPool2d and ConvTranspose2d.</remarks>
public readonly struct Window
{
    /// <summary>Makes a window; all sizes count elements of the input axis.</summary>
    public Window(long kernel, long stride, long before, long after, long dilation)
    {
        Kernel = kernel;
        Stride = stride;
        Before = before;
        After = after;
        Dilation = dilation;
    }

    /// <summary>The number of taps.</summary>
    public long Kernel { get; }

    /// <summary>The distance between neighbouring windows.</summary>
    public long Stride { get; }

    /// <summary>The padding before the first element.</summary>
    public long Before { get; }

    /// <summary>The padding after the last element.</summary>
    public long After { get; }

    /// <summary>The distance between neighbouring taps.</summary>
    public long Dilation { get; }

    /// <summary>From the first tap to the last, both included: dilation * (kernel - 1) + 1.</summary>
    public long Extent => (Dilation * (Kernel - 1)) + 1;

    /// <summary>
    /// The number of windows: floor((size + before + after - extent) / stride) + 1. With <paramref name="ceiling"/> the
    /// division rounds up, but a last window that would start behind the input and its left padding is dropped.
    /// Zero when the window does not fit.
    /// </summary>
    public long Slide(long size, bool ceiling = false)
    {
        long room = size + Before + After - Extent + (ceiling ? Stride - 1 : 0);
        if (room < 0)
        {
            return 0;
        }

        long count = (room / Stride) + 1;
        return ceiling && (count - 1) * Stride >= size + Before ? count - 1 : count;
    }

    /// <summary>
    /// The size a transposed convolution makes: (size - 1) * stride - before - after + extent + outputPadding.
    /// </summary>
    public long Spread(long size, long outputPadding) =>
        ((size - 1) * Stride) - Before - After + Extent + outputPadding;

    /// <summary>How many positions of an output of this size receive at least one value when
    /// <paramref name="size"/> inputs are spread by a transposed convolution.</summary>
    public long Reached(long size, long output) => ReachedBelow(Before + output, size) - ReachedBelow(Before, size);

    /// <summary>The elements of <paramref name="windows"/> windows together that lie inside an input of this size, when
    /// every window meets the input.</summary>
    public long Inside(long size, long windows)
    {
        long overhang = ((windows - 1) * Stride) + Kernel - size - Before;
        return (windows * Kernel) - Overhang(Before, windows) - Overhang(overhang, windows);
    }

    /// <summary>The outermost window hangs over by so much, each further one by a stride less.</summary>
    private long Overhang(long outermost, long windows)
    {
        if (outermost <= 0)
        {
            return 0;
        }

        long count = Math.Min(((outermost - 1) / Stride) + 1, windows);
        return (count * outermost) - (Stride * (count * (count - 1) / 2));
    }

    /// <summary>
    /// The positions below <paramref name="end"/> among i * stride + tap * dilation, each once. Steps of one of the two
    /// are grouped by their rest modulo the other: the positions of a group lie one stride apart and form equal runs.
    /// </summary>
    private long ReachedBelow(long end, long size)
    {
        long divisor = Rational.GreatestCommonDivisor(Stride, Dilation);

        // Input and kernel play the same part here; the one with fewer groups is walked.
        return Math.Min(Stride / divisor, Kernel) <= Math.Min(Dilation / divisor, size)
            ? ReachedBelow(end, size, Stride, Kernel, Dilation, divisor)
            : ReachedBelow(end, Kernel, Dilation, size, Stride, divisor);
    }

    private static long ReachedBelow(
        long end, long runLength, long runStep, long steps, long step, long divisor)
    {
        long groups = Math.Min(runStep / divisor, steps);
        long reached = 0;
        for (long first = 0; first < groups && first * step < end; first++)
        {
            long runs = ((steps - 1 - first) / (runStep / divisor)) + 1;
            long room = ((end - 1 - (first * step)) / runStep) + 1;
            reached += Covered(room, runs, step / divisor, runLength);
        }

        return reached;
    }

    /// <summary>How many of the first <paramref name="room"/> positions lie in one of the runs of this length, which
    /// start every <paramref name="step"/> positions.</summary>
    private static long Covered(long room, long runs, long step, long length)
    {
        if (length >= step)
        {
            return Math.Min(room, ((runs - 1) * step) + length);
        }

        long whole = Math.Min(runs, room / step);
        return (whole * length) + (whole < runs ? Math.Min(length, room - (whole * step)) : 0);
    }
}
