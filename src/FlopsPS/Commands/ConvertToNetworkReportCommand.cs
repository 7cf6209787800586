using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using FlopsPS.Formatting;
using FlopsPS.Reports;

namespace FlopsPS.Commands;

/// <summary>Turns verdicts, differences and measurements into text that a platform shows.</summary>
[Cmdlet(VerbsData.ConvertTo, "NetworkReport")]
[OutputType(typeof(string))]
public sealed class ConvertToNetworkReportCommand : NetworkCommandBase
{
    private readonly List<ReportRow> _rows = [];

    /// <summary>The form of the text.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The form of the text")]
    public ReportForm As { get; set; }

    /// <summary>Rows of Test-NetworkBudget, Measure-NetworkFlops and Compare-NetworkFlops; none make an empty report.
    /// </summary>
    [Parameter(
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "Rows of Test-NetworkBudget, Measure-NetworkFlops or Compare-NetworkFlops")]
    [AllowEmptyCollection]
    [AllowNull]
    public PSObject?[]? InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A variable that holds the rows of a call which wrote none is null.
        foreach (PSObject row in (InputObject ?? []).OfType<PSObject>())
        {
            if (ReportRows.Of(row) is { } known)
            {
                _rows.Add(known);
            }
            else
            {
                ThrowTerminatingError(Errors.NoReportRow(row));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var report = new Report(_rows, SessionState.Path.CurrentFileSystemLocation.ProviderPath);
        foreach (string text in ReportForms.Write(report, As))
        {
            WriteObject(text);
        }
    }
}
