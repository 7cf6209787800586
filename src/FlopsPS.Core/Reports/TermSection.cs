using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Numbers;

namespace FlopsPS.Reports;

/// <summary>The terms by which conventions differ on a network, the largest first.</summary>
internal static class TermSection
{
    private static readonly ReportRule s_rule = new("difference/term", "A convention counts as the reference does.");

    public static IEnumerable<ReportSection> Of(IReadOnlyList<ReportRow> rows, string folder) => rows
        .GroupBy(row => (row.Title, row.Text("Path")))
        .Select(group => OfNetwork([.. group], folder));

    private static ReportSection OfNetwork(IEnumerable<ReportRow> rows, string folder)
    {
        ReportEntry[] entries =
        [
            .. rows.OrderByDescending(row => Math.Abs((decimal)(row.Count("Amount") ?? 0)))
                .Select(row => new ReportEntry(
                    row,
                    ReportStatus.Note,
                    s_rule,
                    $"{Convention(row)}: {What(row)}",
                    $"{Convention(row)}: {ExactCount.Signed(row.Count("Amount"))} {What(row)}",
                    folder)),
        ];
        return new(
            entries[0].Message,
            entries,
            [
                ReportTable.Of(
                    null,
                    entries.Select(entry => entry.Row),
                    (ReportColumn.Name("Convention"), row => row.Text("Convention")),
                    (ReportColumn.Number("Amount"), row => ExactCount.Signed(row.Count("Amount"))),
                    (ReportColumn.Text("Of"), row => FigureText.Unit(row.Text("Figure"))),
                    (ReportColumn.Name("Kind"), row => row.Text("Kind")),
                    (ReportColumn.Text("Operation"), row => row.Text("Operation")),
                    (ReportColumn.Number("Layers"), row => ExactCount.Of(row.Count("Layers"))),
                    (ReportColumn.Text("Reason"), row => row.Text("Reason"))),
            ]);
    }

    private static string What(ReportRow row)
    {
        string? kind = row.Text("Kind");
        string operation = row.Text("Operation") is { } name && name != kind ? $" ({name})" : string.Empty;
        return $"{FigureText.Unit(row.Text("Figure"))} of {kind}{operation}, {row.Text("Reason")}";
    }

    private static string Convention(ReportRow row) => $"{row.Title}, {row.Text("Convention")}";
}
