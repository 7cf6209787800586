namespace FlopsPS.Binding;

/// <summary>The sizes of an input: 28x28x3, or 28,28,3, or @{ name = '28x28x3' } where there are several.</summary>
public sealed class InputSizesAttribute : ValueTransformationAttribute
{
    private protected override object Transform(object? value) =>
        RawValue.Unwrap(value) as InputSizes ?? InputSizes.Of(value);
}
