namespace FlopsPS.Binding;

/// <summary>A number, a word, or a list: what the engine takes as a raw value.</summary>
public sealed class RawValueAttribute : ValueTransformationAttribute
{
    private protected override object Transform(object? value) => RawValue.Of(value);
}
