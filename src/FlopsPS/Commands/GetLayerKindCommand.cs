using System.Management.Automation;
using FlopsPS.Binding;
using FlopsPS.Completion;
using FlopsPS.Layers;

namespace FlopsPS.Commands;

/// <summary>The catalogue of layer kinds: arguments, defaults, formulas.</summary>
[Cmdlet(VerbsCommon.Get, "LayerKind")]
[OutputType(typeof(LayerKind))]
public sealed class GetLayerKindCommand : NetworkCommandBase
{
    /// <summary>Names of kinds; wildcards are allowed. All of them when it is left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, HelpMessage = "Names of layer kinds, with wildcards")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(LayerKindCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteMatching(LayerCatalog.Kinds, kind => kind.Name, Name, LayerArguments.UnknownKind);
}
