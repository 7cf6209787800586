using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using FlopsPS.Yaml;
using Xunit.Abstractions;

namespace FlopsPS.Onnx.Tests;

/// <summary>
/// A network of the zoo and its export cost the same, once the batch normalisations that the exporter folded are folded
/// in the manifest too. onnx_zoo.csv says which network an export is; what differs nevertheless is in
/// onnx_zoo_excluded.csv, to the digit and with the reason.
/// </summary>
public sealed class ZooComparisonTests
{
    // What sees operations and not modules, whose bounds no graph has any more.
    private static readonly string[] s_graphLevel =
    [
        "exact", "exact-nobias", "mac", "molchanov", "full", "torch", "fvcore", "ptflops-aten", "torchprofile",
        "torch-profiler", "onnx-tool",
    ];

    private static readonly GoldenTable s_twins = GoldenTable.Read("onnx_zoo.csv");

    private static readonly ILookup<string, IReadOnlyDictionary<string, string>> s_excluded =
        GoldenTable.ReadRows("onnx_zoo_excluded.csv").ToLookup(row => row["file"]);

    private readonly ITestOutputHelper _output;

    public ZooComparisonTests(ITestOutputHelper output) => _output = output;

    public static TheoryData<string> Files => [.. s_twins.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_export_costs_what_its_manifest_does(string file)
    {
        Network export = ExportedModelTests.Read(file);
        Network manifest = Twin(file, export);
        IEnumerable<string> conventions = s_twins[file, "conventions"] == "all"
            ? ConventionCatalog.All.Select(convention => convention.Name)
            : s_graphLevel;

        Dictionary<string, long?> expected = Figures(manifest, conventions);
        Dictionary<string, long?> actual = Figures(export, conventions);

        Assert.Equal(
            s_excluded[file].ToDictionary(
                row => row["figure"], row => (long?)long.Parse(row["difference"], CultureInfo.InvariantCulture)),
            actual.Keys.Where(figure => actual[figure] != expected[figure])
                .ToDictionary(figure => figure, figure => actual[figure] - expected[figure]));
    }

    [Fact]
    public void Each_difference_is_of_an_export_that_is_compared_and_has_a_reason()
    {
        Assert.All(s_excluded, rows => Assert.Contains(rows.Key, s_twins.Names));
        Assert.All(s_excluded.SelectMany(rows => rows), row => Assert.NotEmpty(row["reason"]));
        _output.WriteLine(
            $"{s_twins.Names.Count} exports are compared; in {s_excluded.Count} of them "
            + $"{s_excluded.Sum(rows => rows.Count())} figures differ, see onnx_zoo_excluded.csv");
    }

    private static Network Twin(string file, Network export)
    {
        var request = new NetworkRequest
        {
            Parameters = s_twins[file, "settings"]
                .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(setting => setting.Split('='))
                .ToDictionary(setting => setting[0], setting => Value(setting[1])),
        };
        Network manifest = Zoo.Templates[s_twins[file, "network"]].Build(request, CancellationToken.None);
        if (manifest.Inputs.Count == 1 && export.Inputs.Count == 1)
        {
            manifest = manifest.With(new()
            {
                InputShapes = new Dictionary<string, TensorShape> { [string.Empty] = export.Inputs[0].Tensor.Shape },
            });
        }

        return s_twins[file, "folded"] == "true" ? FoldedNorms.Of(manifest) : manifest;
    }

    private static object Value(string text) =>
        bool.TryParse(text, out bool flag) ? flag : long.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<string, long?> Figures(Network network, IEnumerable<string> conventions)
    {
        CostRow row = Models.Measure(network);
        var figures = new Dictionary<string, long?> { ["parameters"] = row.Parameters, ["buffers"] = row.Buffers };
        foreach (string convention in conventions)
        {
            CostRow cost = Models.Measure(network, convention);
            figures[convention + " MACs"] = cost.Macs;
            figures[convention + " FLOPs"] = cost.Flops;
        }

        return figures;
    }
}
