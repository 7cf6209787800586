using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace FlopsPS.Host.Output;

/// <summary>
/// CSV as RFC 4180 has it, with the system's line ends. The first object decides the columns, so that rows need not
/// wait for the last.
/// </summary>
internal sealed class CsvRowWriter(StandardOutput output) : IRowWriter
{
    private string[] _header = [];
    private bool _warned;

    public void Write(PSObject? item, Action<string> warn)
    {
        if (item is null)
        {
            return;
        }

        IReadOnlyList<Column> columns =
            Columns.Of(item) is [_, ..] several ? several : [new Column("Value", Columns.Unwrap(item))];
        if (_header is [])
        {
            _header = [.. columns.Select(column => column.Name)];
            WriteRecord(_header);
        }

        WriteRecord(Arrange(columns, warn));
    }

    public void Dispose()
    {
    }

    /// <summary>The cells under the header, empty where the object has no such column.</summary>
    private IEnumerable<string?> Arrange(IReadOnlyList<Column> columns, Action<string> warn)
    {
        ILookup<string, object?> cells =
            columns.ToLookup(column => column.Name, column => column.Value, StringComparer.OrdinalIgnoreCase);
        IEnumerable<string> names = columns.Select(column => column.Name);
        string[] extra = [.. names.Except(_header, StringComparer.OrdinalIgnoreCase)];
        if (extra.Length == columns.Count)
        {
            throw new RowException(
                $"An object with the columns {string.Join(", ", extra)} does not fit under the CSV header "
                + $"{string.Join(", ", _header)}. Run it by itself, or use -OutputFormat Json.");
        }

        if (extra.Length > 0 && !_warned)
        {
            _warned = true;
            warn($"Columns that the first object did not have are left out of the CSV: {string.Join(", ", extra)}. "
                + "-OutputFormat Json keeps them.");
        }

        return _header.Select(name => cells[name].FirstOrDefault() is { } value ? InvariantText.Of(value) : null);
    }

    private void WriteRecord(IEnumerable<string?> cells) => output.WriteLine(string.Join(',', cells.Select(Escape)));

    private static string? Escape(string? cell) =>
        cell is null || (cell is not "" && !cell.AsSpan().ContainsAny(",\"\r\n") && cell.Trim().Length == cell.Length)
            ? cell
            : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
