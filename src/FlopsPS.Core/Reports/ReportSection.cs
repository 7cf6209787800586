using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Reports;

/// <summary>A part of a report: rows of one kind.</summary>
public sealed class ReportSection
{
    internal ReportSection(string headline, IReadOnlyList<ReportEntry> entries, IEnumerable<ReportTable> tables)
    {
        Headline = headline;
        Entries = entries;
        Tables = [.. tables.Where(table => table.Rows.Count > 0)];
    }

    /// <summary>The most important thing, in one line that names it.</summary>
    public string Headline { get; }

    /// <summary>How grave the gravest entry is.</summary>
    public ReportStatus Status => Entries.Max(entry => entry.Status);

    /// <summary>The entries, the gravest and largest first; at least one.</summary>
    public IReadOnlyList<ReportEntry> Entries { get; }

    /// <summary>Tables for people: totals, then what is largest, then the rest folded.</summary>
    public IReadOnlyList<ReportTable> Tables { get; }
}
