using System.Management.Automation;
using FlopsPS.Budgets;
using FlopsPS.Counting;
using FlopsPS.Reports;

namespace FlopsPS.Formatting;

/// <summary>From measured rows in a pipeline, as they are or out of a file or a job, to rows of a baseline.</summary>
internal static class BaselineRows
{
    /// <summary>The row of a baseline; null for an object that was not measured.</summary>
    public static BaselineRow? Of(PSObject row)
    {
        if (row.BaseObject is CostRow own)
        {
            return new(own);
        }

        return ReportRows.Of(row) is { Subject: ReportSubject.Network or ReportSubject.Layer } known
            ? new(
                known.Text("Network") ?? string.Empty,
                known.Text("Layer"),
                known.Text("Kind"),
                known.Text("Convention") ?? string.Empty,
                known.Text("InputShape"),
                new CostFigures
                {
                    Parameters = known.Count("Parameters"),
                    Buffers = known.Count("Buffers"),
                    Macs = known.Count("Macs"),
                    Flops = known.Count("Flops"),
                    Activations = known.Count("Activations"),
                })
            : null;
    }
}
