using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace FlopsPS.Tensors;

/// <summary>
/// The sizes of a tensor's axes, batch first, channels before space (torch's order), with one letter per axis that
/// says what it is: N batch, C channels, D depth, H height, W width, L length, T tokens, F features.
/// </summary>
/// <remarks>Immutable. Two shapes are equal when their sizes are; the letters are for people and expressions.</remarks>
public sealed class TensorShape : IEquatable<TensorShape>
{
    private readonly long[] _sizes;
    private string? _text;

    /// <summary>Makes a shape; without a layout the axes get the usual letters of their number.</summary>
    /// <exception cref="ArgumentException">A size is negative, or the layout has another number of axes.</exception>
    public TensorShape(IEnumerable<long> sizes, string? layout = null)
        : this(sizes.ToArray(), layout)
    {
    }

    // Takes the array as its own.
    private TensorShape(long[] sizes, string? layout)
    {
        _sizes = sizes;
        Layout = layout ?? Layouts.OfRank(sizes.Length);
        if (Layout.Length != sizes.Length)
        {
            throw new ArgumentException($"the layout {Layout} has {Layout.Length} axes, {Join(sizes)} has {Rank}");
        }

        foreach (long size in sizes)
        {
            if (size < 0)
            {
                throw new ArgumentException($"{Join(sizes)} has a negative size");
            }
        }
    }

    /// <summary>One letter per axis, e.g. NCHW.</summary>
    public string Layout { get; }

    /// <summary>The number of axes, the batch included.</summary>
    public int Rank => _sizes.Length;

    /// <summary>The sizes in order.</summary>
    public IReadOnlyList<long> Sizes => _sizes;

    /// <summary>The number of axes behind batch and channels.</summary>
    public int SpatialRank => Math.Max(Rank - 2, 0);

    /// <summary>The number of elements: the product of all sizes.</summary>
    /// <exception cref="OverflowException">It needs more than 64 bits.</exception>
    public long Elements => Product(0, Rank);

    /// <summary>The size of an axis; a negative axis counts from the end.</summary>
    public long this[int axis] => _sizes[axis < 0 ? axis + Rank : axis];

    /// <summary>The product of the sizes of the axes from <paramref name="start"/> up to, not with,
    /// <paramref name="end"/>.</summary>
    public long Product(int start, int end)
    {
        long product = 1;
        for (int axis = start; axis < end; axis++)
        {
            product *= _sizes[axis];
        }

        return product;
    }

    /// <summary>The same shape with another size at one axis.</summary>
    public TensorShape With(int axis, long size)
    {
        long[] sizes = (long[])_sizes.Clone();
        sizes[axis < 0 ? axis + Rank : axis] = size;
        return new(sizes, Layout);
    }

    /// <summary>The same batch with other channels and spatial sizes, in the same layout.</summary>
    public TensorShape WithMap(long channels, IReadOnlyList<long> spatial)
    {
        var sizes = new long[spatial.Count + 2];
        sizes[0] = _sizes[0];
        sizes[1] = channels;
        for (int axis = 0; axis < spatial.Count; axis++)
        {
            sizes[axis + 2] = spatial[axis];
        }

        return new(sizes, Layout);
    }

    /// <summary>The same shape with so many features on the last axis, which is called F unless it is C.</summary>
    public TensorShape WithFeatures(long features)
    {
        long[] sizes = (long[])_sizes.Clone();
        sizes[Rank - 1] = features;
        char last = Layout[Rank - 1];
        return new(sizes, last is 'F' or 'C' ? Layout : Layout.Substring(0, Rank - 1) + 'F');
    }

    /// <summary>The axis with this letter, or -1.</summary>
    public int AxisOf(char letter) => Layout.IndexOf(letter);

    /// <inheritdoc/>
    public bool Equals(TensorShape? other) => other is not null && _sizes.SequenceEqual(other._sizes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TensorShape);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _sizes.Aggregate(17, (hash, size) => unchecked((hash * 31) + size.GetHashCode()));

    /// <summary>The sizes joined by x, e.g. 1x3x224x224.</summary>
    public override string ToString() => _text ??= Join(_sizes);

    private static string Join(long[] sizes) =>
        string.Join("x", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));
}
