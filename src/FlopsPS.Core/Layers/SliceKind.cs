using System;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Takes a part of one axis.</summary>
/// <remarks>Python's slices: the end is not in, negative numbers count from the end, numbers beyond the ends are held.
/// </remarks>
internal sealed class SliceKind : FreeKind
{
    private readonly Argument<AxisArgument> _axis;
    private readonly Argument<long> _start;
    private readonly Argument<long> _end;
    private readonly Argument<long> _step;

    public SliceKind()
        : base("slice", "Takes a part of one axis.")
    {
        _axis = Axis("axis", "The axis that is cut.").Or(new("channels"));
        _start = Integer("start", "First element; negative counts from the end.").AtLeast(null).Or(0);
        _end = Integer("end", "Element behind the last one; negative counts from the end; all when not given.")
            .AtLeast(null);
        _step = Integer("step", "Distance between the elements taken.").Or(1);
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        int axis = layer.Get(_axis).Resolve(input);
        long size = input[axis];
        long start = Place(layer.Get(_start), size);
        long end = layer.Find(_end) is { } given ? Place(given, size) : size;
        return start < end
            ? input.With(axis, ((end - start - 1) / layer.Get(_step)) + 1)
            : throw Mismatch($"nothing of the {size} elements on axis {axis} of {input} lies from {start} to {end}");
    }

    private static long Place(long index, long size) =>
        index < 0 ? Math.Max(index + size, 0) : Math.Min(index, size);
}
