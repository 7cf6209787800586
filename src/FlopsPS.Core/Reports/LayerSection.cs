using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Numbers;

namespace FlopsPS.Reports;

/// <summary>Measured layers, blocks or kinds of a network: the most expensive, then all in the order in which they
/// came. </summary>
internal static class LayerSection
{
    private const int Shown = 10;

    private static readonly ReportRule s_rule = new("measurement/layer", "What a layer costs.");

    public static IEnumerable<ReportSection> Of(IReadOnlyList<ReportRow> rows, string folder) => rows
        .GroupBy(row => (row.Title, row.Text("Convention"), row.Text("Path")))
        .Select(group => OfNetwork([.. group], folder));

    private static ReportSection OfNetwork(IReadOnlyList<ReportRow> rows, string folder)
    {
        ReportEntry[] entries =
        [
            .. rows.OrderByDescending(MeasuredText.Cost).Select(row => new ReportEntry(
                row,
                MeasuredText.Status(row),
                s_rule,
                $"{row.Title}, {row.Text("Convention")}: {Name(row)}",
                $"{row.Title} {Name(row)}, {row.Text("Convention")}: {MeasuredText.Figures(row)}",
                folder)),
        ];
        ReportRow first = entries[0].Row;
        string together = FigureText.List(
            (Sum(rows, "Parameters"), "parameters"), (Sum(rows, "Macs"), "MACs"), (Sum(rows, "Flops"), "FLOPs"));
        return new(
            rows.Count == 1
                ? entries[0].Message
                : $"{first.Title}, {first.Text("Convention")}: {FigureText.Number(rows.Count, "row")}, together "
                    + $"{together}; most in {Name(first)}: {MeasuredText.Figures(first)}",
            entries,
            [
                Table(null, entries.Take(Shown).Select(entry => entry.Row)),
                Table("All in order", rows.Count > Shown ? rows : []),
            ]);
    }

    private static string? Name(ReportRow row) => row.Text("Layer") ?? row.Text("Kind");

    private static long? Sum(IEnumerable<ReportRow> rows, string column)
    {
        long[] counts = [.. rows.Select(row => row.Count(column)).OfType<long>()];
        try
        {
            return counts.Length == 0 ? null : counts.Sum();
        }
        catch (OverflowException)
        {
            // Rows of one network fit together; those of several that share a name need not.
            return null;
        }
    }

    private static ReportTable Table(string? fold, IEnumerable<ReportRow> rows) => ReportTable.Of(
        fold,
        rows,
        (ReportColumn.Name("Layer"), row => row.Text("Layer")),
        (ReportColumn.Name("Kind"), row => row.Text("Kind")),
        (ReportColumn.Text("Output"), row => row.Text("OutputShape")),
        (ReportColumn.Number("Parameters"), row => ExactCount.Of(row.Count("Parameters"))),
        (ReportColumn.Number("MACs"), row => ExactCount.Of(row.Count("Macs"))),
        (ReportColumn.Number("FLOPs"), row => ExactCount.Of(row.Count("Flops"))),
        (ReportColumn.Text("Not counted"), row => row.Text("Uncounted")),
        (ReportColumn.Text("Formula"), row => row.Text("Formula")));
}
