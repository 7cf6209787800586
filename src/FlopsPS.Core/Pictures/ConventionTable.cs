using System;
using System.Linq;
using System.Threading;
using System.Xml.Linq;
using FlopsPS.Comparing;
using FlopsPS.Conventions;
using FlopsPS.Numbers;

namespace FlopsPS.Pictures;

/// <summary>A row for each convention: its figures, and the terms that add up to its difference.</summary>
internal static class ConventionTable
{
    /// <summary>The table.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static XElement Of(NetworkPicture picture, CancellationToken cancellation)
    {
        return Table.Of(
            "conventions",
            $"{picture.Title} by each convention, compared with {picture.Convention.Name}",
            [
                Column.Text("Convention"), Column.Number("Parameters"), Column.Number("MACs"), Column.Number("FLOPs"),
                Column.Number("Difference"), Column.Text($"Why it is not {picture.Convention.Name}"),
                Column.Number("Coverage"),
            ],
            picture.Compare(cancellation).Select(row => Table.Row(
                row.Convention == picture.Convention.Name ? "own" : null,
                Table.Heading(
                    ConventionCatalog.Find(row.Convention) is { } convention
                        ? new XElement(
                            "details",
                            new XElement("summary", row.Convention),
                            new XElement("p", convention.Summary))
                        : row.Convention),
                ExactCount.Of(row.Parameters),
                row.Macs is { } macs ? ExactCount.Of(macs) : "–",
                row.Flops is { } flops ? ExactCount.Of(flops) : "–",
                row.Difference is { } difference ? $"{ExactCount.Signed(difference)} {UnitOf(row)}" : "–",
                row.Why is null ? null : new XElement("ul", row.Why
                    .Split(["; "], StringSplitOptions.None)
                    .Select(term => new XElement("li", term))),
                FigureText.Coverage(row.Coverage))));
    }

    private static string UnitOf(CostDifference row) => row.Figure == nameof(ComparedFigure.Macs) ? "MACs" : "FLOPs";
}
