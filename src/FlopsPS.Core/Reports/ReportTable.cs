using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Reports;

/// <summary>A table for people.</summary>
public sealed class ReportTable
{
    private ReportTable(
        string? fold, IReadOnlyList<ReportColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Fold = fold;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>What stands in place of the table until somebody opens it; null for a table that is seen at once.
    /// </summary>
    public string? Fold { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<ReportColumn> Columns { get; }

    /// <summary>The rows, a cell for each column.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>A row for each item. A column that is empty from top to bottom tells nothing, and is left
    /// out.</summary>
    internal static ReportTable Of<T>(
        string? fold, IEnumerable<T> items, params (ReportColumn Column, Func<T, string?> Cell)[] columns)
    {
        string[][] rows =
            [.. items.Select(item => columns.Select(column => column.Cell(item) ?? string.Empty).ToArray())];
        int[] filled = [.. Enumerable.Range(0, columns.Length).Where(at => rows.Any(row => row[at].Length > 0))];
        return new(
            fold,
            [.. filled.Select(at => columns[at].Column)],
            [.. rows.Select(row => (string[])[.. filled.Select(at => row[at])])]);
    }
}
