using System.Collections;
using FlopsPS.Binding;

namespace FlopsPS.Commands;

/// <summary>A cmdlet that makes one layer.</summary>
public abstract class NewLayerCommandBase : NetworkCommandBase
{
    private protected NewLayerCommandBase()
    {
    }

    /// <summary>Writes a layer, or ends the call with what is wrong with it.</summary>
    private protected void WriteLayer(string kind, IDictionary arguments) =>
        Call(kind, () => WriteObject(LayerArguments.Bind(kind, arguments)));

    /// <summary>Adds an argument that was given; the kind has a default for the others.</summary>
    private protected static void Add(IDictionary arguments, string name, object? value)
    {
        if (value is not null)
        {
            arguments[name] = value;
        }
    }
}
