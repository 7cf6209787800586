namespace FlopsPS.Binding;

/// <summary>A whole number; PowerShell alone would round 16.5 to 16.</summary>
public sealed class WholeNumberAttribute : ValueTransformationAttribute
{
    private protected override object Transform(object? value) => RawValue.Whole(value);
}
