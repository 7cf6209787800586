using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Onnx.Tensors;

/// <summary>The arithmetic of shapes.</summary>
internal static class Dims
{
    /// <summary>The number of elements.</summary>
    public static long Product(IEnumerable<long> sizes) => sizes.Aggregate(1L, (product, size) => product * size);

    /// <summary>1x3x224x224; a scalar is "scalar".</summary>
    public static string Text(IReadOnlyCollection<long> sizes) =>
        sizes.Count == 0 ? "scalar" : string.Join("x", sizes);

    /// <summary>An axis counted from 0; a negative one counts from the end.</summary>
    public static int Axis(long axis, int rank)
    {
        long place = axis < 0 ? axis + rank : axis;
        return place >= 0 && place < rank
            ? (int)place
            : throw new NetworkException(
                ErrorCode.ShapeMismatch, $"there is no axis {axis}: the tensor has {rank} axes");
    }

    /// <summary>All axes in order: 0, 1, 2, ...</summary>
    public static long[] Axes(int rank) => [.. Enumerable.Range(0, rank).Select(axis => (long)axis)];

    /// <summary>numpy's rule: aligned at the last axis, a size of 1 stretches.</summary>
    public static long[] Broadcast(IReadOnlyList<long[]> shapes)
    {
        long[] result = shapes[0];
        foreach (long[] shape in shapes.Skip(1))
        {
            result = Broadcast(result, shape);
        }

        return result;
    }

    public static long[] Broadcast(long[] a, long[] b)
    {
        long[] sizes = new long[Math.Max(a.Length, b.Length)];
        for (int i = 1; i <= sizes.Length; i++)
        {
            long one = i <= a.Length ? a[a.Length - i] : 1;
            long other = i <= b.Length ? b[b.Length - i] : 1;
            sizes[sizes.Length - i] = one == other || other == 1 ? one
                : one == 1 ? other
                : throw new NetworkException(
                    ErrorCode.ShapeMismatch, $"{Text(a)} and {Text(b)} cannot be joined element by element");
        }

        return sizes;
    }

    /// <summary>The same sizes with another one at an axis.</summary>
    public static long[] With(long[] sizes, int axis, long size)
    {
        long[] result = (long[])sizes.Clone();
        result[axis] = size;
        return result;
    }
}
