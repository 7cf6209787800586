using System.Collections;
using System.Management.Automation;
using FlopsPS.Completion;
using FlopsPS.Layers;

namespace FlopsPS.Commands;

/// <summary>Makes a layer of any kind of the catalogue.</summary>
[Cmdlet(VerbsCommon.New, "Layer")]
[OutputType(typeof(Layer))]
public sealed class NewLayerCommand : NewLayerCommandBase
{
    /// <summary>The kind; Get-LayerKind lists them.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "A layer kind, such as maxpool")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LayerKindCompleter))]
    public string Kind { get; set; } = string.Empty;

    /// <summary>The arguments of the kind by name, as in a manifest: @{ kernel = 3; stride = 2 }.</summary>
    [Parameter(Position = 1, HelpMessage = "Arguments by name: @{ kernel = 3 }")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(LayerArgumentCompleter))]
    public IDictionary Argument { get; set; } = new Hashtable();

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteLayer(Kind, Argument);
}
