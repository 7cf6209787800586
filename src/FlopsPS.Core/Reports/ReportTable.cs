using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Reports;

/// <summary>A table for people.</summary>
public sealed class ReportTable
{
    internal ReportTable(
        string? fold, IReadOnlyList<ReportColumn> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        Fold = fold;

        // A column that is empty from top to bottom tells nothing.
        IReadOnlyList<string?>[] all = [.. rows];
        int[] filled = [.. Enumerable.Range(0, columns.Count)
            .Where(at => all.Length == 0 || all.Any(row => !string.IsNullOrEmpty(row[at])))];
        Columns = [.. filled.Select(at => columns[at])];
        Rows = [.. all.Select(row => (IReadOnlyList<string>)[.. filled.Select(at => row[at] ?? string.Empty)])];
    }

    /// <summary>What stands in place of the table until somebody opens it; null for a table that is seen at once.
    /// </summary>
    public string? Fold { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<ReportColumn> Columns { get; }

    /// <summary>The rows, a cell for each column.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }
}
