using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Networks;

/// <summary>Prints the shapes of several tensors.</summary>
internal static class ShapeText
{
    /// <summary>1x64x56x56, 1x64x56x56; a single shape's own text is shared, not copied.</summary>
    public static string Of(IReadOnlyList<Tensor> tensors) => tensors.Count == 1
        ? tensors[0].Shape.ToString()
        : string.Join(", ", tensors.Select(tensor => tensor.Shape));
}
