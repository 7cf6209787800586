using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Onnx.Tests;

/// <summary>What the figures of models differ by from those of the same networks made otherwise: nothing, but for the
/// rows of a table: file, figure, difference, reason.</summary>
internal sealed class FigureDifferences
{
    private readonly string _table;
    private readonly ILookup<string, IReadOnlyDictionary<string, string>> _rows;

    public FigureDifferences(string table)
    {
        _table = table;
        _rows = GoldenTable.ReadRows(table).ToLookup(row => row["file"]);
    }

    /// <summary>The conventions that see operations and not modules, whose bounds no graph has any more.</summary>
    public static IReadOnlyList<string> GraphLevel { get; } =
    [
        "exact", "exact-nobias", "mac", "molchanov", "full", "torch", "fvcore", "ptflops-aten", "torchprofile",
        "torch-profiler", "onnx-tool",
    ];

    /// <summary>Checks that a model differs from a network by what the table says and by nothing else.</summary>
    public void Check(string file, Network network, Network model, IEnumerable<string> conventions)
    {
        Dictionary<string, long> expected = Figures(network, conventions);
        Dictionary<string, long> actual = Figures(model, conventions);

        Assert.Equal(
            _rows[file].ToDictionary(
                row => row["figure"], row => long.Parse(row["difference"], CultureInfo.InvariantCulture)),
            actual.Keys.Where(figure => actual[figure] != expected[figure])
                .ToDictionary(figure => figure, figure => actual[figure] - expected[figure]));
    }

    /// <summary>Checks that the rows are of these files and have reasons, and says how many there are.</summary>
    public string Describe(IReadOnlyCollection<string> files)
    {
        Assert.All(_rows, rows => Assert.Contains(rows.Key, files));
        Assert.All(_rows.SelectMany(rows => rows), row => Assert.NotEmpty(row["reason"]));
        return $"{files.Count} models are compared; in {_rows.Count} of them {_rows.Sum(rows => rows.Count())} figures "
            + $"differ, see {_table}";
    }

    // What a convention does not define adds nothing.
    private static Dictionary<string, long> Figures(Network network, IEnumerable<string> conventions)
    {
        CostRow row = Models.Measure(network);
        var figures = new Dictionary<string, long> { ["parameters"] = row.Parameters, ["buffers"] = row.Buffers };
        foreach (string convention in conventions)
        {
            CostRow cost = Models.Measure(network, convention);
            figures[convention + " MACs"] = cost.Macs ?? 0;
            figures[convention + " FLOPs"] = cost.Flops ?? 0;
        }

        return figures;
    }
}
