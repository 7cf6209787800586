using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Reports;

/// <summary>What checks, comparisons and measurements came to, before it takes a form.</summary>
public sealed class Report
{
    /// <summary>What a report says that has nothing to tell.</summary>
    public const string Nothing = "Nothing to report: no rows came in";

    /// <summary>Makes a report of rows: of limits first, then of changes, of conventions and of measurements.</summary>
    /// <param name="rows">The rows, in any order; of several kinds or none.</param>
    /// <param name="folder">The full path of the folder that paths of files are to be seen from.</param>
    public Report(IReadOnlyList<ReportRow> rows, string folder)
    {
        Sections =
        [
            .. rows.GroupBy(row => row.Subject).OrderBy(group => group.Key).SelectMany(
                group => SectionsOf(group.Key, [.. group], folder)),
        ];
    }

    /// <summary>The sections; none when no row came.</summary>
    public IReadOnlyList<ReportSection> Sections { get; }

    /// <summary>The entries of all sections.</summary>
    public IEnumerable<ReportEntry> Entries => Sections.SelectMany(section => section.Entries);

    /// <summary>The entries that somebody should look at: all but those that passed or were skipped.</summary>
    public IEnumerable<ReportEntry> Findings => Entries.Where(entry => entry.Status >= ReportStatus.Note);

    private static IEnumerable<ReportSection> SectionsOf(
        ReportSubject subject, IReadOnlyList<ReportRow> rows, string folder) => subject switch
        {
            ReportSubject.Limit => [LimitSection.Of(rows, folder)],
            ReportSubject.Change => ChangeSection.Of(rows, folder),
            ReportSubject.Convention => ConventionSection.Of(rows, folder),
            ReportSubject.Term => TermSection.Of(rows, folder),
            ReportSubject.Network => [NetworkSection.Of(rows, folder)],
            ReportSubject.Layer => LayerSection.Of(rows, folder),
            _ => throw new ArgumentOutOfRangeException(nameof(subject)),
        };
}
