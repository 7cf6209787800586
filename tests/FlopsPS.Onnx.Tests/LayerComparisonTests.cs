using System.Collections.Generic;
using System.IO;
using System.Linq;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Layers;
using FlopsPS.Networks;
using Xunit.Abstractions;

namespace FlopsPS.Onnx.Tests;

/// <summary>A module's export costs what the layers of the catalogue do that onnx_ops_layers.csv says it is made of;
/// what differs is in onnx_layers_excluded.csv.</summary>
public sealed class LayerComparisonTests
{
    private static readonly GoldenTable s_layers = GoldenTable.Read("onnx_ops_layers.csv");
    private static readonly FigureDifferences s_differences = new("onnx_layers_excluded.csv");

    private readonly ITestOutputHelper _output;

    public LayerComparisonTests(ITestOutputHelper output) => _output = output;

    // Weights that are tied are stored twice, see ExclusionTests.
    public static TheoryData<string> Files =>
    [
        .. s_layers.Names
            .Where(name => !s_layers[name, "layers"].Contains("tied=true"))
            .Intersect(Models.In("onnx-ops").Select(file => Path.GetFileNameWithoutExtension(file))),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_export_costs_what_its_layers_do(string file)
    {
        var builder = new NetworkBuilder();
        IReadOnlyList<Tensor> current =
        [
            .. LayerText.Shapes(s_layers[file, "inputs"]).Select((shape, i) => builder.AddInput($"x{i}", shape)),
        ];
        foreach (Layer layer in s_layers[file, "layers"].Split(" | ").Select(LayerText.Layer))
        {
            current = builder.Add($"layer{builder.Count}", layer, current).Outputs;
        }

        s_differences.Check(
            file,
            FoldedNorms.Of(builder.Build(file, current)),
            Models.Read($"onnx-ops/{file}.onnx"),
            FigureDifferences.GraphLevel);
    }

    [Fact]
    public void Each_difference_is_of_an_export_that_is_compared_and_has_a_reason() =>
        _output.WriteLine(s_differences.Describe(s_layers.Names));
}
