using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Networks;

/// <summary>Prints the shapes of several tensors.</summary>
internal static class ShapeText
{
    /// <summary>1x64x56x56, 1x64x56x56; what has no axes is a scalar. A single shape's own text is shared, not copied.
    /// </summary>
    public static string Of(IReadOnlyList<Tensor> tensors) => tensors.Count == 1
        ? Of(tensors[0])
        : string.Join(", ", tensors.Select(Of));

    private static string Of(Tensor tensor) => tensor.Shape.Rank == 0 ? "scalar" : tensor.Shape.ToString();
}
