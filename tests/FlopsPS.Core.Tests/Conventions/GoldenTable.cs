using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualBasic.FileIO;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>A table of tests/data: its rows by the name in their first column, their cells by the name of the column.
/// </summary>
internal sealed class GoldenTable
{
    private readonly Dictionary<string, Dictionary<string, string>> _rows;

    private GoldenTable(Dictionary<string, Dictionary<string, string>> rows) => _rows = rows;

    public IEnumerable<string> Names => _rows.Keys;

    public string this[string row, string column] => _rows[row][column];

    public static GoldenTable Read(string file)
    {
        var rows = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        using var table = new TextFieldParser(Repository.Data(file));
        table.SetDelimiters(",");
        string[] header = table.ReadFields()!;
        while (table.ReadFields() is { } cells)
        {
            rows.Add(cells[0], header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
        }

        return new(rows);
    }
}
