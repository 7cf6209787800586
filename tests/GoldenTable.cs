using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualBasic.FileIO;

namespace FlopsPS.Tests;

/// <summary>A table of tests/data: its rows by the name in their first column, their cells by the name of the column.
/// </summary>
internal sealed class GoldenTable
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _rows;

    private GoldenTable(Dictionary<string, IReadOnlyDictionary<string, string>> rows) => _rows = rows;

    public IReadOnlyCollection<string> Names => _rows.Keys;

    public IEnumerable<string> Columns => _rows.Values.First().Keys;

    public string this[string row, string column] => _rows[row][column];

    public static GoldenTable Read(string file) => new(ReadRows(file).ToDictionary(row => row.Values.First()));

    /// <summary>The rows of a table in which no column is a name.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> ReadRows(string file)
    {
        using var table = new TextFieldParser(Repository.Data(file));
        table.SetDelimiters(",");
        string[] header = table.ReadFields()!;
        while (table.ReadFields() is { } cells)
        {
            yield return header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }
}
