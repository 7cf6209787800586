using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using FlopsPS.Counting;
using Xunit.Abstractions;

namespace FlopsPS.Onnx.Tests;

/// <summary>The convention onnx-tool, on the files that the tool was run on: to the digit, but for the differences in
/// onnx_tool_files_excluded.csv, which has the reasons.</summary>
public sealed class OnnxToolTests
{
    private static readonly TruthTable s_operators = new("onnx_ops_truth");

    private static readonly Dictionary<(string File, string Column), long> s_excluded = GoldenTable
        .ReadRows("onnx_tool_files_excluded.csv")
        .ToDictionary(row => (row["file"], row["column"]), row => Number(row["difference"]));

    private readonly ITestOutputHelper _output;

    public OnnxToolTests(ITestOutputHelper output) => _output = output;

    public static TheoryData<string, long, long> Models
    {
        get
        {
            var models = new TheoryData<string, long, long>();
            foreach (IReadOnlyDictionary<string, string> row in GoldenTable.ReadRows("onnx_tool_outputs.csv"))
            {
                models.Add(FileOf(row), Number(row["macs"]), Number(row["params"]));
            }

            return models;
        }
    }

    public static TheoryData<string> Operators =>
        [.. s_operators.Files
            .Where(file => s_operators[file, "onnx_tool_macs"].Length > 0)
            .Intersect(Tests.Models.In("onnx-ops").Select(file => Path.GetFileNameWithoutExtension(file)))];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_has_the_figures_that_the_tool_printed(string file, long macs, long parameters)
    {
        CostRow row = Tests.Models.Measure(ExportedModelTests.Read(file), "onnx-tool");

        Assert.Equal(macs + Excluded(file, "macs"), row.Macs);
        Assert.Equal(parameters + Excluded(file, "params"), row.Parameters);
        Assert.Null(row.Uncounted);
    }

    [Theory]
    [MemberData(nameof(Operators))]
    public void An_operator_has_the_figure_that_the_tool_printed(string file)
    {
        CostRow row = Tests.Models.Measure(Tests.Models.Read($"onnx-ops/{file}.onnx"), "onnx-tool");

        Assert.Equal(s_operators.Number(file, "onnx_tool_macs"), row.Macs);
        Assert.Null(row.Uncounted);
    }

    [Fact]
    public void Differences_are_few_and_of_files_in_the_table()
    {
        string[] files = [.. GoldenTable.ReadRows("onnx_tool_outputs.csv").Select(FileOf)];

        Assert.All(s_excluded, cell => Assert.Contains(cell.Key.File, files));
        Assert.All(s_excluded.Values, difference => Assert.NotEqual(0, difference));
        _output.WriteLine($"{s_excluded.Count} of {2 * files.Length} figures differ, see onnx_tool_files_excluded.csv");
    }

    private static string FileOf(IReadOnlyDictionary<string, string> row) =>
        row["model"] + (row["folded"] == "true" ? ".onnx" : "_bn.onnx");

    private static long Excluded(string file, string column) => s_excluded.GetValueOrDefault((file, column));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
