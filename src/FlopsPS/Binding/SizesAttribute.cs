namespace FlopsPS.Binding;

/// <summary>Whole numbers, one or several: 3, or 3,5, or '3x5'.</summary>
public sealed class SizesAttribute : ValueTransformationAttribute
{
    private protected override object Transform(object? value) => RawValue.Sizes(value);
}
