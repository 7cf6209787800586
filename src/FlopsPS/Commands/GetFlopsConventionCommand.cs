using System.Management.Automation;
using FlopsPS.Completion;
using FlopsPS.Conventions;

namespace FlopsPS.Commands;

/// <summary>The conventions: what each counts, where that is written, and what a reader would not expect.</summary>
[Cmdlet(VerbsCommon.Get, "FlopsConvention")]
[OutputType(typeof(Convention))]
public sealed class GetFlopsConventionCommand : NetworkCommandBase
{
    /// <summary>Names of conventions; wildcards are allowed. All of them when it is left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, HelpMessage = "Names of conventions, with wildcards")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConventionCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteMatching(
        ConventionCatalog.All, convention => convention.Name, Name, ConventionCatalog.Unknown);
}
