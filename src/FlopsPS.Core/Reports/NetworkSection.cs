using System.Collections.Generic;
using System.Linq;
using FlopsPS.Numbers;

namespace FlopsPS.Reports;

/// <summary>Measured networks, the most expensive first.</summary>
internal static class NetworkSection
{
    private static readonly ReportRule s_rule = new("measurement/network", "What a network costs.");

    public static ReportSection Of(IReadOnlyList<ReportRow> rows, string folder)
    {
        ReportEntry[] entries =
        [
            .. rows.OrderByDescending(MeasuredText.Cost).Select(row => new ReportEntry(
                row,
                MeasuredText.Status(row),
                s_rule,
                $"{row.Title}, {row.Text("Convention")}, input {row.Text("InputShape")}",
                $"{row.Title}, {row.Text("Convention")}: {MeasuredText.Figures(row)}",
                folder)),
        ];
        return new(
            entries[0].Message,
            entries,
            [
                ReportTable.Of(
                    null,
                    entries.Select(entry => entry.Row),
                    (ReportColumn.Name("Network"), row => row.Title),
                    (ReportColumn.Name("Convention"), row => row.Text("Convention")),
                    (ReportColumn.Text("Input"), row => row.Text("InputShape")),
                    (ReportColumn.Number("Parameters"), row => ExactCount.Of(row.Count("Parameters"))),
                    (ReportColumn.Number("MACs"), row => ExactCount.Of(row.Count("Macs"))),
                    (ReportColumn.Number("FLOPs"), row => ExactCount.Of(row.Count("Flops"))),
                    (ReportColumn.Number("Activations"), row => ExactCount.Of(row.Count("Activations"))),
                    (ReportColumn.Text("Not counted"), row => row.Text("Uncounted"))),
            ]);
    }
}
