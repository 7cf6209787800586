using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>The rule for tensors put one behind the other.</summary>
internal static class Concatenation
{
    /// <summary>The shape of these tensors one behind the other along an axis.</summary>
    /// <exception cref="NetworkException">The other axes differ.</exception>
    public static TensorShape Of(IReadOnlyList<TensorShape> shapes, int axis)
    {
        TensorShape first = shapes[0];
        long size = 0;
        foreach (TensorShape shape in shapes)
        {
            if (shape.Rank != first.Rank || !shape.With(axis, first[axis]).Equals(first))
            {
                throw new NetworkException(
                    ErrorCode.ShapeMismatch,
                    $"{first} and {shape} cannot be concatenated along axis {axis}: all other axes must agree");
            }

            size += shape[axis];
        }

        return first.With(axis, size);
    }
}
