using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Numbers;

namespace FlopsPS.Reports;

/// <summary>A network under several conventions: those first that are furthest from the reference.</summary>
internal static class ConventionSection
{
    private static readonly ReportRule s_rule =
        new("difference/convention", "A convention counts as the reference does.");

    public static IEnumerable<ReportSection> Of(IReadOnlyList<ReportRow> rows, string folder) => rows
        .GroupBy(row => (row.Title, row.Text("Reference"), row.Text("Path")))
        .Select(group => OfNetwork([.. group], folder));

    private static ReportSection OfNetwork(IEnumerable<ReportRow> rows, string folder)
    {
        ReportRow[] sorted = [.. rows.OrderByDescending(row => Math.Abs(Share(row)))];
        ReportEntry[] entries =
        [
            .. sorted.Select(row => new ReportEntry(
                row, ReportStatus.Note, s_rule, $"{row.Title}: {row.Text("Convention")}", Sentence(row), folder)),
        ];
        return new(
            entries[0].Message,
            entries,
            [
                ReportTable.Of(
                    null,
                    sorted,
                    (ReportColumn.Name("Convention"), row => row.Text("Convention")),
                    (ReportColumn.Number("Parameters"), row => ExactCount.Of(row.Count("Parameters"))),
                    (ReportColumn.Number("MACs"), row => ExactCount.Of(row.Count("Macs"))),
                    (ReportColumn.Number("FLOPs"), row => ExactCount.Of(row.Count("Flops"))),
                    (ReportColumn.Number("Difference"), row => ExactCount.Signed(row.Count("Difference"))
                        + FigureText.Percent(row.Count("Difference"), Before(row)))),
                ReportTable.Of(
                    "Why they differ",
                    sorted.Where(row => row.Text("Why") is not null),
                    (ReportColumn.Name("Convention"), row => row.Text("Convention")),
                    (ReportColumn.List("Why"), row => row.Text("Why"))),
            ]);
    }

    private static string Sentence(ReportRow row)
    {
        string figures = FigureText.List((row.Count("Macs"), "MACs"), (row.Count("Flops"), "FLOPs"));
        string reference = row.Text("Reference") == row.Text("Convention")
            ? string.Empty
            : row.Count("Difference") is { } difference
                ? $", {ExactCount.Signed(difference)} {FigureText.Unit(row.Text("Figure"))} beside "
                    + row.Text("Reference")
                : $", no figure in common with {row.Text("Reference")}";
        return $"{row.Title}, {row.Text("Convention")}: {figures}{reference}"
            + (row.Text("Why") is { } why ? $": {why}" : string.Empty);
    }

    private static long? Before(ReportRow row) =>
        row.Text("Figure") is { } figure ? row.Count(figure) - row.Count("Difference") : null;

    private static decimal Share(ReportRow row) =>
        Before(row) is > 0 and { } before ? (decimal)(row.Count("Difference") ?? 0) / before : 0;
}
