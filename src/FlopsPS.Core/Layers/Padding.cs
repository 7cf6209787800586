using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// Zero padding of the spatial axes: one value, one per axis, or one per end (all beginnings, then all ends, as ONNX
/// writes it); or same, which keeps ceil(size / stride).
/// </summary>
public sealed class Padding
{
    private readonly Sizes? _sizes;

    private Padding(Sizes? sizes) => _sizes = sizes;

    /// <summary>As much as keeps the output at ceil(size / stride), the odd element at the end.</summary>
    public static Padding Same { get; } = new(null);

    /// <summary>No padding.</summary>
    public static Padding None { get; } = new(new Sizes([0]));

    /// <summary>The given sizes.</summary>
    public static Padding Explicit(Sizes sizes) => new(sizes);

    /// <summary>The window over one spatial axis of this size.</summary>
    /// <param name="axis">The spatial axis, from 0.</param>
    /// <param name="axes">The number of spatial axes.</param>
    /// <param name="size">The size of the input at the axis.</param>
    /// <param name="kernel">The number of taps.</param>
    /// <param name="stride">The distance of neighbouring windows.</param>
    /// <param name="dilation">The distance of neighbouring taps.</param>
    public Window Window(int axis, int axes, long size, long kernel, long stride, long dilation)
    {
        if (_sizes is null)
        {
            long output = (size + stride - 1) / stride;
            long total = System.Math.Max(((output - 1) * stride) + (dilation * (kernel - 1)) + 1 - size, 0);
            return new(kernel, stride, total / 2, total - (total / 2), dilation);
        }

        bool perEnd = _sizes.Count == 2 * axes;
        return new(kernel, stride, _sizes[axis], _sizes[perEnd ? axis + axes : axis], dilation);
    }

    /// <summary>The window that a transposed convolution spreads over one spatial axis; same makes size * stride.
    /// </summary>
    /// <param name="axis">The spatial axis, from 0.</param>
    /// <param name="axes">The number of spatial axes.</param>
    /// <param name="kernel">The number of taps.</param>
    /// <param name="stride">The distance of neighbouring inputs in the output.</param>
    /// <param name="dilation">The distance of neighbouring taps.</param>
    /// <param name="outputPadding">The elements added at the end of the output.</param>
    public Window SpreadWindow(int axis, int axes, long kernel, long stride, long dilation, long outputPadding)
    {
        if (_sizes is not null)
        {
            return Window(axis, axes, size: 0, kernel, stride, dilation);
        }

        // A kernel shorter than the stride leaves a gap at the end: the padding there is negative.
        long total = (dilation * (kernel - 1)) + 1 + outputPadding - stride;
        long before = System.Math.Max(total, 0) / 2;
        return new(kernel, stride, before, total - before, dilation);
    }

    /// <summary>Refuses more padding than half a kernel: a window could lie in the padding alone.</summary>
    /// <exception cref="NetworkException">The padding is too large.</exception>
    public void CheckHalf(Sizes kernel, int axes)
    {
        for (int i = 0; i < (_sizes is null ? 0 : System.Math.Max(_sizes.Count, axes)); i++)
        {
            if (_sizes![i] > kernel[i % axes] / 2)
            {
                throw new NetworkException(
                    ErrorCode.ShapeMismatch,
                    $"padding {_sizes[i]} is more than half of the kernel {kernel[i % axes]}");
            }
        }
    }

    /// <summary>Refuses a list that is neither one value, one per axis nor one per end.</summary>
    /// <exception cref="NetworkException">The number of values does not fit.</exception>
    public void CheckRank(int axes)
    {
        if (_sizes is { } sizes && sizes.Count != 2 * axes)
        {
            sizes.CheckRank("padding", axes);
        }
    }

    /// <summary>The value as a manifest spells it.</summary>
    public override string ToString() =>
        _sizes is null ? "same" : RawText.Of(_sizes);
}
