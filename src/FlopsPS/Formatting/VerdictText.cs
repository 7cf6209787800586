using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using FlopsPS.Budgets;

namespace FlopsPS.Formatting;

/// <summary>What the views of verdicts print, for verdicts as they are and for those out of a file or a job.</summary>
public static class VerdictText
{
    /// <summary>The network, with the values of a sweep and the block or layer that the limit is on.</summary>
    public static string Scope(PSObject verdict) =>
        $"{CostText.Name(verdict)} {verdict.Properties["Layer"]?.Value}".TrimEnd();

    /// <summary>The figure, marked where it is a lower bound because something is not counted.</summary>
    public static string Actual(PSObject verdict)
    {
        string figure = ShortNumber.Format(Count(verdict, "Actual"));
        bool isLowerBound = verdict.Properties["Uncounted"]?.Value is not null
            && Enum.TryParse(verdict.Properties["Metric"]?.Value as string, out BudgetMetric metric)
            && BudgetMetrics.IsPriced(metric);
        return isLowerBound ? ">=" + figure : figure;
    }

    /// <summary>By how much the limit is exceeded: in percent as long as that says something, else as a count.
    /// </summary>
    public static string Exceeded(PSObject verdict)
    {
        return verdict.Properties["ExceededPercent"]?.Value is decimal percent and < 1000
            ? percent.ToString("0.##", CultureInfo.CurrentCulture) + " %"
            : ShortNumber.Format(Count(verdict, "ExceededBy"));
    }

    /// <summary>The causes, each on a line, where a column would break names.</summary>
    public static string Causes(PSObject verdict) =>
        $"{verdict.Properties["Causes"]?.Value}".Replace("; ", "\n");

    /// <summary>A verdict that fails, in one line for a log.</summary>
    internal static string Sentence(BudgetVerdict verdict)
    {
        var metric = (BudgetMetric)Enum.Parse(typeof(BudgetMetric), verdict.Metric);
        string scope = string.Join(" ", new[] { verdict.Network, verdict.Variant, verdict.Layer }
            .Where(part => !string.IsNullOrEmpty(part)));
        string actual = verdict.Actual is null ? "unknown" : FormattableString.Invariant($"{verdict.Actual:N0}");
        return $"{scope}: {actual} {BudgetMetrics.Unit(metric)}{Excess(verdict)}"
            + (verdict.Causes is null ? string.Empty : $": {verdict.Causes}")
            + (verdict.Source is null ? string.Empty : $" [{verdict.Source}]");
    }

    private static string Excess(BudgetVerdict verdict)
    {
        if (verdict.ExceededBy is not { } count)
        {
            return string.Empty;
        }

        string percent = verdict.ExceededPercent is { } share
            ? FormattableString.Invariant($" ({Math.Abs(share):0.##} %)")
            : string.Empty;
        return count switch
        {
            0 => ", in sum as it was, but not in each layer",
            < 0 => FormattableString.Invariant($", {-count:N0}{percent} below the {verdict.Limit:N0} it was"),
            _ => FormattableString.Invariant($", {count:N0}{percent} above the limit of {verdict.Limit:N0}"),
        };
    }

    private static long? Count(PSObject verdict, string column) => verdict.Properties[column]?.Value as long?;
}
