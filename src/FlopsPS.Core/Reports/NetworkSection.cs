using System.Collections.Generic;
using System.Linq;

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
                new(
                    null,
                    [
                        ReportColumn.Name("Network"),
                        ReportColumn.Name("Convention"),
                        ReportColumn.Text("Input"),
                        ReportColumn.Number("Parameters"),
                        ReportColumn.Number("MACs"),
                        ReportColumn.Number("FLOPs"),
                        ReportColumn.Number("Activations"),
                        ReportColumn.Text("Not counted"),
                    ],
                    entries.Select(entry => entry.Row).Select(row => (IReadOnlyList<string?>)
                    [
                        row.Title,
                        row.Text("Convention"),
                        row.Text("InputShape"),
                        FigureText.Count(row.Count("Parameters")),
                        FigureText.Count(row.Count("Macs")),
                        FigureText.Count(row.Count("Flops")),
                        FigureText.Count(row.Count("Activations")),
                        row.Text("Uncounted"),
                    ])),
            ]);
    }
}
