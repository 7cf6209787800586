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
public sealed class ExportNetworkBaselineCommand : FileOutputCommandBase
{
    private readonly BaselineBuilder _baseline = new();

    /// <summary>Rows of layers, as Measure-NetworkFlops -GroupBy Layer writes them; rows of networks for totals alone.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Rows that Measure-NetworkFlops wrote")]
    [ValidateNotNull]
    public PSObject[] InputObject { get; set; } = [];

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
    protected override void EndProcessing() =>
        Call(Target, () => WriteFile(Target, BudgetFiles.Write(_baseline.Build())));
}
