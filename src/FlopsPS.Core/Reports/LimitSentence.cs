using System;
using System.Globalization;
using FlopsPS.Numbers;

namespace FlopsPS.Reports;

/// <summary>What came of checking a limit, in words.</summary>
internal static class LimitSentence
{
    /// <summary>The network, the figure, how that stands to the limit, and the layers that caused it, in one line.
    /// </summary>
    public static string Of(ReportRow verdict)
    {
        long? actual = verdict.Count("Actual");
        return $"{Scope(verdict)}: {(actual is null ? "unknown" : ExactCount.Of(actual))} {Unit(verdict)}"
            + Stand(verdict)
            + (verdict.Text("Causes") is { } causes ? $": {causes}" : string.Empty)
            + (verdict.Text("Source") is { } source ? $" [{source}]" : string.Empty);
    }

    /// <summary>The network, and the block or layer that the limit is on.</summary>
    public static string Scope(ReportRow verdict) =>
        verdict.Text("Layer") is { } layer ? $"{verdict.Title} {layer}" : verdict.Title;

    /// <summary>What is limited, as the field writes it.</summary>
    public static string Unit(ReportRow verdict) => FigureText.Unit(verdict.Text("Metric"));

    /// <summary>The larger, the worse. What cannot be told at all comes last; what was to be 0 and is not,
    /// first.</summary>
    public static decimal Badness(ReportRow verdict) => verdict.Count("ExceededBy") is null
        ? -1
        : Math.Abs(verdict.Percent("ExceededPercent") ?? decimal.MaxValue);

    /// <summary>By how much the limit is exceeded, behind the count: (0.01 %); nothing where that says
    /// nothing.</summary>
    public static string Percent(ReportRow verdict) => verdict.Percent("ExceededPercent") is { } share
        ? $" ({Math.Abs(share).ToString("0.##", CultureInfo.InvariantCulture)} %)"
        : string.Empty;

    private static string Stand(ReportRow verdict)
    {
        string limit = ExactCount.Of(verdict.Count("Limit"));
        string share = Percent(verdict);
        return verdict.Count("ExceededBy") switch
        {
            null => limit.Length > 0 ? $", within the limit of {limit}" : string.Empty,
            0 => ", in sum as it was, but not in each layer",
            < 0 and var count => $", {ExactCount.Of(-count)}{share} below the {limit} it was",
            var count => $", {ExactCount.Of(count)}{share} above the limit of {limit}",
        };
    }
}
