using System.Management.Automation;
using FlopsPS.Networks;

namespace FlopsPS.Binding;

/// <summary>Turns what was typed into the value of a parameter, in our own words when it cannot.</summary>
public abstract class ValueTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return Transform(inputData);
        }
        catch (NetworkException error)
        {
            throw new ArgumentTransformationMetadataException(error.Message, error);
        }
    }

    private protected abstract object? Transform(object? value);
}
