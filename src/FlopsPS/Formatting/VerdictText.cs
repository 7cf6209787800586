using System;
using System.Globalization;
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

    private static long? Count(PSObject verdict, string column) => verdict.Properties[column]?.Value as long?;
}
