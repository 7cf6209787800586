using FlopsPS.Tensors;

namespace FlopsPS.Onnx.Tensors;

/// <summary>What the types of elements are.</summary>
internal static class ElementTypes
{
    /// <summary>Whether elements are fractions, as weights are; what is none is an index, a size or quantised.
    /// </summary>
    public static bool IsReal(this ElementType type) => type is ElementType.Single or ElementType.Half
        or ElementType.Double or ElementType.BFloat16 or ElementType.Complex64 or ElementType.Complex128
        or (>= ElementType.Float8E4M3FN and <= ElementType.Float8E5M2FNUZ)
        or ElementType.Float4E2M1 or ElementType.Float8E8M0;

    /// <summary>The type in the words of the engine; null for texts and for types that a later ONNX may have.</summary>
    public static DataType? DataType(this ElementType type) => FlopsPS.Tensors.DataType.Find(type switch
    {
        ElementType.Single => "float32",
        ElementType.Half => "float16",
        ElementType.Double => "float64",
        ElementType.Boolean => "bool",
        _ => type.ToString().ToLowerInvariant(),
    });
}
