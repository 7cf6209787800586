using System;

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
    /// Zero or less when the window does not fit.
    /// </summary>
    public long Slide(long size, bool ceiling = false)
    {
        long room = size + Before + After - Extent;
        if (room < 0)
        {
            return 0;
        }

        long count = (room / Stride) + 1;
        bool partial = ceiling && room % Stride != 0 && count * Stride < size + Before;
        return partial ? count + 1 : count;
    }

    /// <summary>
    /// The size a transposed convolution makes: (size - 1) * stride - before - after + extent + outputPadding.
    /// </summary>
    public long Spread(long size, long outputPadding) =>
        ((size - 1) * Stride) - Before - After + Extent + outputPadding;

    /// <summary>How many positions of an output of this size receive at least one value when
    /// <paramref name="size"/> inputs are spread by a transposed convolution.</summary>
    public long Reached(long size, long output)
    {
        if (Dilation == 1 && Kernel >= Stride)
        {
            long end = ((size - 1) * Stride) + Kernel - Before;
            return Math.Max(Math.Min(end, output), 0);
        }

        long reached = 0;
        for (long position = 0; position < output; position++)
        {
            reached += IsReached(position + Before, size) ? 1 : 0;
        }

        return reached;
    }

    private bool IsReached(long position, long size)
    {
        for (long tap = 0; tap < Kernel; tap++)
        {
            long offset = position - (tap * Dilation);
            if (offset >= 0 && offset % Stride == 0 && offset / Stride < size)
            {
                return true;
            }
        }

        return false;
    }
}
