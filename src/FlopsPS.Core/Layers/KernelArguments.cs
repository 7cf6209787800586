using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>The arguments of a kernel that slides over the spatial axes, which convolutions and pools share.</summary>
internal sealed class KernelArguments
{
    private readonly Argument<Sizes> _kernel;
    private readonly Argument<Sizes> _stride;
    private readonly Argument<Padding> _padding;
    private readonly Argument<Sizes>? _dilation;

    /// <summary>Joins the arguments; without a stride the kernel is the stride, without a dilation it is 1.</summary>
    public KernelArguments(
        Argument<Sizes> kernel, Argument<Sizes> stride, Argument<Padding> padding, Argument<Sizes>? dilation)
    {
        _kernel = kernel;
        _stride = stride;
        _padding = padding;
        _dilation = dilation;
    }

    /// <summary>Refuses lists that do not fit the number of spatial axes.</summary>
    public void CheckRank(Layer layer, int axes)
    {
        layer.Get(_kernel).CheckRank("kernel", axes);
        Stride(layer).CheckRank("stride", axes);
        layer.Get(_padding).CheckRank(axes);
        if (_dilation is not null)
        {
            layer.Get(_dilation).CheckRank("dilation", axes);
        }
    }

    /// <summary>Refuses padding of more than half the kernel, as torch's pools do.</summary>
    public void CheckHalfPadding(Layer layer, int axes) => layer.Get(_padding).CheckHalf(layer.Get(_kernel), axes);

    /// <summary>K: the number of taps, the product of the kernel sizes.</summary>
    public long Taps(Layer layer, int axes)
    {
        Sizes kernel = layer.Get(_kernel);
        long taps = 1;
        for (int axis = 0; axis < axes; axis++)
        {
            taps *= kernel[axis];
        }

        return taps;
    }

    /// <summary>The window over a spatial axis, counted from 0.</summary>
    public Window Window(Layer layer, TensorShape input, int axis) => layer.Get(_padding).Window(
        axis, input.SpatialRank, input[axis + 2], layer.Get(_kernel)[axis], Stride(layer)[axis], Dilation(layer, axis));

    /// <summary>The window that a transposed convolution spreads over a spatial axis.</summary>
    public Window SpreadWindow(Layer layer, TensorShape input, int axis, long outputPadding) =>
        layer.Get(_padding).SpreadWindow(
            axis,
            input.SpatialRank,
            layer.Get(_kernel)[axis],
            Stride(layer)[axis],
            Dilation(layer, axis),
            outputPadding);

    /// <summary>The map that comes out when the window slides over the input.</summary>
    public TensorShape Slide(Layer layer, TensorShape input, long channels, bool ceiling = false)
    {
        var sizes = new long[input.SpatialRank];
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            sizes[axis] = KindChecks.Fits(
                Window(layer, input, axis).Slide(input[axis + 2], ceiling), input, "kernel");
        }

        return input.WithMap(channels, sizes);
    }

    private Sizes Stride(Layer layer) => layer.Get(layer.Has(_stride) ? _stride : _kernel);

    private long Dilation(Layer layer, int axis) => _dilation is null ? 1 : layer.Get(_dilation)[axis];
}
