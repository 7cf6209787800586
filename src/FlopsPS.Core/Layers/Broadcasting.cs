using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>numpy's rule for tensors of different shapes: aligned at the last axis, a size of 1 stretches.</summary>
internal static class Broadcasting
{
    /// <summary>The shape of an elementwise function of all these.</summary>
    /// <exception cref="NetworkException">Two sizes differ and neither is 1.</exception>
    public static TensorShape Of(IReadOnlyList<TensorShape> shapes)
    {
        TensorShape result = shapes[0];
        for (int i = 1; i < shapes.Count; i++)
        {
            result = result.Equals(shapes[i]) ? result : Of(result, shapes[i]);
        }

        return result;
    }

    /// <summary>The shape of an elementwise function of both.</summary>
    /// <exception cref="NetworkException">Two sizes differ and neither is 1.</exception>
    public static TensorShape Of(TensorShape a, TensorShape b)
    {
        (TensorShape longer, TensorShape shorter) = a.Rank >= b.Rank ? (a, b) : (b, a);
        int offset = longer.Rank - shorter.Rank;
        var sizes = new long[longer.Rank];
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            long size = longer[axis];
            long other = axis < offset ? 1 : shorter[axis - offset];
            sizes[axis] = size == other || other == 1 ? size
                : size == 1 ? other
                : throw new NetworkException(
                    ErrorCode.ShapeMismatch,
                    $"{a} and {b} cannot be joined element by element: axis {axis} has {size} and {other}");
        }

        return new(sizes, longer.Layout);
    }
}
