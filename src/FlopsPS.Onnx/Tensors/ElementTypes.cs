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
}
