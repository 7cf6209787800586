using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Numbers;

namespace FlopsPS.Reports;

/// <summary>Chooses what a platform annotates.</summary>
internal static class Annotations
{
    // GitHub and Azure show ten of each level for a step; the rest would go without a word.
    private const int Most = 10;

    /// <summary>A line for each finding, the gravest first; where there are more of a level than a platform shows, the
    /// last line of it says how many more there are.</summary>
    /// <param name="report">The report.</param>
    /// <param name="line">Writes a finding.</param>
    /// <param name="more">Writes how many more there are of a level.</param>
    public static IEnumerable<string> Of(
        Report report, Func<ReportEntry, string> line, Func<ReportStatus, int, string> more) => report.Findings
            .GroupBy(finding => finding.Status)
            .OrderByDescending(level => level.Key)
            .SelectMany(level => level.Count() <= Most
                ? level.Select(line)
                : level.Take(Most - 1).Select(line).Append(more(level.Key, level.Count() - Most + 1)));

    /// <summary>What the last line of a level says.</summary>
    public static string More(int count) => $"and {ExactCount.Of(count)} more, in the other forms of this report";
}
