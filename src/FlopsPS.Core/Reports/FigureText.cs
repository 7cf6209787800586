using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Budgets;
using FlopsPS.Numbers;

namespace FlopsPS.Reports;

/// <summary>Figures to the last digit, the same in every culture.</summary>
internal static class FigureText
{
    private const string PercentFormat = " (+0.####################' %');' ('-0.####################' %')";

    /// <summary>The unit of a column as the field writes it: MACs.</summary>
    public static string Unit(string? column) =>
        Enum.TryParse(column, out BudgetMetric metric) ? BudgetMetrics.Unit(metric) : column ?? string.Empty;

    /// <summary>What a difference is in proportion, to stand behind it: (+0.55 %), with as many decimals as it takes to
    /// differ from 0. Nothing where there is nothing to divide by.</summary>
    public static string Percent(long? difference, long? before)
    {
        if (difference is not { } part || before is not { } whole || part == 0 || whole == 0)
        {
            return string.Empty;
        }

        decimal percent = 100m * part / whole;
        int decimals = 2;
        while (Math.Round(percent, decimals) == 0)
        {
            decimals++;
        }

        return Math.Round(percent, decimals).ToString(PercentFormat, CultureInfo.InvariantCulture);
    }

    /// <summary>12 MACs, 24 FLOPs: the figures that are defined.</summary>
    public static string List(params IEnumerable<(long? Count, string Unit)> figures) => string.Join(", ", figures
        .Where(figure => figure.Count is not null)
        .Select(figure => $"{ExactCount.Of(figure.Count)} {figure.Unit}"));

    /// <summary>3 layers, 1 layer.</summary>
    public static string Number(int count, string noun) =>
        $"{ExactCount.Of(count)} {noun}{(count == 1 ? string.Empty : "s")}";
}
