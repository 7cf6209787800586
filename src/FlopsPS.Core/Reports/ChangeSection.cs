using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Comparing;
using FlopsPS.Numbers;

namespace FlopsPS.Reports;

/// <summary>Two networks compared: the totals, then the layers that changed, those first that changed most.</summary>
internal static class ChangeSection
{
    // As many as a reader takes in at a glance, and as a heading holds.
    private const int Shown = 10;
    private const int Named = 3;

    private static readonly ReportRule s_network = new("difference/network", "A network costs what it did.");
    private static readonly ReportRule s_layer = new("difference/layer", "A layer costs what it did.");

    /// <summary>A section for each pair of networks that differ, and one for all that do not.</summary>
    public static IEnumerable<ReportSection> Of(IReadOnlyList<ReportRow> rows, string folder)
    {
        ReportSection[] pairs = [.. Pairs(rows).Select(pair => OfPair(pair, folder))];
        ReportEntry[] equal = [.. pairs.Where(IsEqual).SelectMany(section => section.Entries)];
        IEnumerable<ReportSection> changed = pairs
            .Where(section => !IsEqual(section))
            .OrderByDescending(section => ChangedFigure.Of(section.Entries[0].Row)
                .Select(figure => figure.Weight)
                .DefaultIfEmpty()
                .Max());
        return equal.Length == 0 ? changed : changed.Append(OfEqual(equal));
    }

    private static bool IsEqual(ReportSection section) => section.Status == ReportStatus.Passed;

    /// <summary>A row for all layers begins the rows of a pair, unless it was filtered out.</summary>
    private static IEnumerable<IReadOnlyList<ReportRow>> Pairs(IEnumerable<ReportRow> rows)
    {
        var pair = new List<ReportRow>();
        foreach (ReportRow row in rows)
        {
            if (pair.Count > 0 && (IsTotal(row) || Key(row) != Key(pair[0])))
            {
                yield return pair;
                pair = [];
            }

            pair.Add(row);
        }

        yield return pair;
    }

    private static ReportSection OfPair(IReadOnlyList<ReportRow> rows, string folder)
    {
        ReportRow[] layers =
        [
            .. rows.Where(row => !IsTotal(row))
                .OrderByDescending(IsChanged)
                .ThenByDescending(row => ChangedFigure.Of(row).Select(figure => (decimal)figure.Difference)
                    .Select(Math.Abs).DefaultIfEmpty().Max()),
        ];
        ReportRow[] changed = [.. layers.Where(IsChanged)];
        ReportEntry[] entries =
        [
            .. rows.Where(IsTotal).Select(row => OfTotal(row, changed, folder)),
            .. layers.Select(row => OfLayer(row, folder)),
        ];
        return new(
            entries[0].Message,
            entries,
            [
                .. rows.Where(IsTotal).Select(Totals),
                Layers(null, changed.Take(Shown)),
                Layers($"{FigureText.Number(Math.Max(0, changed.Length - Shown), "more layer")}", changed.Skip(Shown)),
                Layers("Layers that are the same", layers.Where(row => !IsChanged(row))),
            ]);
    }

    private static ReportSection OfEqual(IReadOnlyList<ReportEntry> entries)
    {
        string[] names = [.. entries.Select(entry => entry.Network).Distinct()];
        return new(
            entries.Count == 1
                ? entries[0].Message
                : $"{FigureText.Number(names.Length, "network")} without a change",
            entries,
            [
                ReportTable.Of("Without a change", names, (ReportColumn.Name("Network"), name => name)),
            ]);
    }

    private static ReportEntry OfTotal(ReportRow row, IReadOnlyList<ReportRow> changed, string folder)
    {
        string layers = string.Join("; ", changed.Take(Named).Select(Brief)
            .Concat(changed.Count > Named ? [$"and {changed.Count - Named} more"] : []));
        return new(
            row,
            changed.Count > 0 || ChangedFigure.Of(row).Any(figure => figure.Difference != 0)
                ? ReportStatus.Note
                : ReportStatus.Passed,
            s_network,
            $"{Networks(row)}, {row.Text("Convention")}",
            $"{Networks(row)}: {Differences(row)}" + (layers.Length > 0 ? $": {layers}" : string.Empty),
            folder);
    }

    private static ReportEntry OfLayer(ReportRow row, string folder) => new(
        row,
        IsChanged(row) ? ReportStatus.Note : ReportStatus.Passed,
        s_layer,
        $"{Networks(row)}, {row.Text("Convention")}: {row.Text("Layer")}",
        $"{Networks(row)}: {LayerText(row)}",
        folder);

    /// <summary>layer3/0/conv2 changed: out 64 -> 128, +589,824 MACs (+100 %), and the other figures.</summary>
    private static string LayerText(ReportRow row)
    {
        string what = row.Text("What") is { } text ? $"{text}, " : string.Empty;
        return $"{row.Text("Layer")} {row.Text("Change")?.ToLowerInvariant()}: {what}{Differences(row)}";
    }

    /// <summary>layer3/0/conv2 out 64 -> 128 +589,824 MACs: what a heading has room for.</summary>
    private static string Brief(ReportRow row)
    {
        string? what = row.Text("Change") == nameof(LayerChange.Changed)
            ? row.Text("What")
            : row.Text("Change")?.ToLowerInvariant();
        ChangedFigure? first = ChangedFigure.Of(row).FirstOrDefault(figure => figure.Difference != 0);
        return string.Join(" ", new[]
        {
            row.Text("Layer"), what, first is null ? null : $"{ExactCount.Signed(first.Difference)} {first.Unit}",
        }.Where(part => part is not null));
    }

    private static string Differences(ReportRow row)
    {
        string text = string.Join(", ", ChangedFigure.Of(row).Where(figure => figure.Difference != 0));
        return text.Length > 0 ? text : "costs what it did";
    }

    private static string Networks(ReportRow row) => row.Text("ReferenceNetwork") is { } reference
        && reference != row.Text("Network")
            ? $"{reference} -> {row.Title}"
            : row.Title;

    private static string Key(ReportRow row) => $"{Networks(row)}\n{row.Text("Convention")}\n{row.Text("Path")}";

    private static bool IsTotal(ReportRow row) => row.Text("Change") == nameof(LayerChange.Total);

    private static bool IsChanged(ReportRow row) => row.Text("Change") != nameof(LayerChange.Equal);

    private static ReportTable Totals(ReportRow row) => ReportTable.Of(
        null,
        ChangedFigure.Of(row),
        (ReportColumn.Text(row.Text("Convention") ?? string.Empty), figure => figure.Unit),
        (ReportColumn.Number("Before"), figure => ExactCount.Of(figure.Before)),
        (ReportColumn.Number("After"), figure => ExactCount.Of(figure.After)),
        (ReportColumn.Number("Difference"), figure =>
            ExactCount.Signed(figure.Difference) + FigureText.Percent(figure.Difference, figure.Before)));

    private static ReportTable Layers(string? fold, IEnumerable<ReportRow> rows) => ReportTable.Of(
        fold,
        rows,
        (ReportColumn.Name("Layer"), row => row.Text("Layer")),
        (ReportColumn.Text("Change"), row => row.Text("Change")),
        (ReportColumn.Text("What"), row => row.Text("What")),
        (ReportColumn.Number("MACs"), row => ExactCount.Signed(row.Count("MacsDifference"))),
        (ReportColumn.Number("FLOPs"), row => ExactCount.Signed(row.Count("FlopsDifference"))),
        (ReportColumn.Number("Parameters"), row => ExactCount.Signed(row.Count("ParametersDifference"))));
}
