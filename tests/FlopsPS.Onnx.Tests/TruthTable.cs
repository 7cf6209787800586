using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace FlopsPS.Onnx.Tests;

/// <summary>A table of what models have and cost, with the cells that do not follow from the file replaced as
/// onnx_truth_excluded.csv says, which has the reasons.</summary>
internal sealed class TruthTable
{
    private static readonly Dictionary<(string Table, string File, string Column), string> s_excluded =
        GoldenTable.ReadRows("onnx_truth_excluded.csv").ToDictionary(
            row => (row["table"], row["file"], row["column"]), row => row["value"]);

    private readonly GoldenTable _table;
    private readonly string _name;

    public TruthTable(string name)
    {
        _name = name;
        _table = GoldenTable.Read(name + ".csv");
    }

    public IReadOnlyCollection<string> Files => _table.Names;

    /// <summary>The cells that are replaced: table, file, column, value.</summary>
    public static IEnumerable<(string Table, string File, string Column, string Value)> Excluded =>
        s_excluded.Select(pair => (pair.Key.Table, pair.Key.File, pair.Key.Column, pair.Value));

    /// <summary>What must hold.</summary>
    public string this[string file, string column] =>
        s_excluded.TryGetValue((_name, file, column), out string? value) ? value : Printed(file, column);

    /// <summary>What the table says.</summary>
    public string Printed(string file, string column) => _table[file, column];

    public long Number(string file, string column) => long.Parse(this[file, column], CultureInfo.InvariantCulture);

    /// <summary>The sizes of the dimensions that a model leaves open: batch=1; seq=128.</summary>
    public IEnumerable<(string Name, object Size)> Dimensions(string file) => this[file, "dimensions"]
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .Select(pair => (pair[0], (object)long.Parse(pair[1], CultureInfo.InvariantCulture)));
}
