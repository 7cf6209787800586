using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Reports;

/// <summary>A row of a check, a comparison or a measurement, read by the names of its columns: a row out of a file or a
/// job has no more than those.</summary>
public sealed class ReportRow
{
    private readonly Dictionary<string, object?> _values;

    /// <summary>A row.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="title">The name of its network, with the values of a sweep: resnet50 width=64.</param>
    /// <param name="columns">The columns in their order, each under a name of its own.</param>
    /// <param name="line">The line of the file; 0 when it is not known.</param>
    public ReportRow(
        ReportSubject subject, string title, IReadOnlyList<KeyValuePair<string, object?>> columns, int line = 0)
    {
        Subject = subject;
        Title = title;
        Columns = columns;
        Line = line;
        _values = columns.ToDictionary(
            column => column.Key, column => column.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What the row is about.</summary>
    public ReportSubject Subject { get; }

    /// <summary>The name of the network, with the values of a sweep.</summary>
    public string Title { get; }

    /// <summary>All columns.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Columns { get; }

    /// <summary>The line of the file that <c>Path</c> names; 0 when it is not known.</summary>
    public int Line { get; }

    /// <summary>A column of text; null where it is empty.</summary>
    public string? Text(string column) => Value(column) is string { Length: > 0 } text ? text : null;

    /// <summary>A column of whole numbers; null where it is empty.</summary>
    public long? Count(string column) => Value(column) as long?;

    /// <summary>A column of percentages; null where it is empty.</summary>
    public decimal? Percent(string column) => Value(column) as decimal?;

    /// <summary>A column of shares of 1; null where it is empty.</summary>
    public double? Share(string column) => Value(column) as double?;

    private object? Value(string column) => _values.TryGetValue(column, out object? value) ? value : null;
}
