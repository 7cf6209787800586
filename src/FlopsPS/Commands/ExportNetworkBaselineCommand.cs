using System;
using System.IO;
using System.Management.Automation;
using FlopsPS.Budgets;
using FlopsPS.Formatting;
using FlopsPS.Reading;

namespace FlopsPS.Commands;

/// <summary>Writes what networks cost now into a file, for Test-NetworkBudget to compare with later.</summary>
[Cmdlet(VerbsData.Export, "NetworkBaseline", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportNetworkBaselineCommand : NetworkCommandBase
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly BaselineBuilder _baseline = new();
    private string _file = string.Empty;

    /// <summary>The path of the file; a wildcard may stand for one that is there.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, HelpMessage = "The path of the file")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string Path { get; set; } = string.Empty;

    /// <summary>The path of the file, every character taken as it is.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = LiteralPathSet, HelpMessage = "The path of the file, without wildcards")]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = string.Empty;

    /// <summary>Rows of layers, as Measure-NetworkFlops -GroupBy Layer writes them; rows of networks for totals alone.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Rows that Measure-NetworkFlops wrote")]
    [ValidateNotNull]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Overwrites a file that is read-only.</summary>
    [Parameter(HelpMessage = "Overwrites a file that is read-only")]
    public SwitchParameter Force { get; set; }

    /// <summary>Leaves a file that is there as it is, and makes it an error.</summary>
    [Parameter(HelpMessage = "Does not overwrite a file")]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Emits the file.</summary>
    [Parameter(HelpMessage = "Emits the file")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Call(LiteralPath + Path, () => _file = ParameterSetName == PathSet
            ? Paths.ToWrite(Path)
            : Paths.ToWriteLiterally(LiteralPath));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Array.ForEach(InputObject, row =>
    {
        if (BaselineRows.Of(row) is { } known)
        {
            Call(known.Network, () => _baseline.Add(known));
        }
        else
        {
            ThrowTerminatingError(Errors.NoBaselineRow(row));
        }
    });

    /// <inheritdoc/>
    protected override void EndProcessing() => Call(_file, () =>
    {
        string text = BudgetFiles.Write(_baseline.Build());
        WriteFile(_file, text, Force, NoClobber, PassThru);
    });
}
