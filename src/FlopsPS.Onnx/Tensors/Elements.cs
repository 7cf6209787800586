using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Onnx.Tensors;

/// <summary>The elements of a small constant tensor, in order: whole numbers and truth values, or fractions.</summary>
internal sealed class Elements
{
    /// <summary>The most elements that are kept: shapes, axes and indices are a few, weights are not wanted.</summary>
    public const int Maximum = 8192;

    private readonly long[]? _whole;
    private readonly double[]? _real;

    public Elements(long[] whole) => _whole = whole;

    public Elements(double[] real) => _real = real;

    public int Count => _whole?.Length ?? _real!.Length;

    /// <summary>Whether the elements are fractions.</summary>
    public bool IsReal => _real is not null;

    /// <summary>The elements as whole numbers, fractions cut off; a fraction beyond 64 bits is held at the end.
    /// </summary>
    public long[] Whole => _whole ?? [.. _real!.Select(Cut)];

    public double[] Real => _real ?? [.. _whole!.Select(value => (double)value)];

    /// <summary>Whether all elements are this number.</summary>
    public bool Are(double value) => Count > 0 && Real.All(element => element == value);

    /// <summary>The elements at these places.</summary>
    public Elements Pick(int[] places) => _whole is not null
        ? new(places.Select(place => _whole[place]).ToArray())
        : new(places.Select(place => _real![place]).ToArray());

    /// <summary>The elements as 32 bits hold them. Sizes are computed in such fractions and then cut off, so that the
    /// last bit may be a whole pixel.</summary>
    public Elements Rounded() => IsReal ? new(_real!.Select(value => (double)(float)value).ToArray()) : this;

    /// <summary>Whether a tensor of these sizes is small enough for its elements to be kept.</summary>
    public static bool AreFew(IEnumerable<long> sizes) =>
        sizes.Aggregate(1m, (product, size) => Math.Min(product * size, Maximum + 1m)) <= Maximum;

    private static long Cut(double value) => value switch
    {
        >= 9.2e18 => long.MaxValue,
        <= -9.2e18 => long.MinValue,
        double.NaN => 0,
        _ => (long)value,
    };
}
