using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using FlopsPS.Conventions;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using Xunit.Abstractions;

namespace FlopsPS.Onnx.Tests;

/// <summary>
/// A network of the zoo and its export cost the same, once the batch normalisations that the exporter folded are folded
/// in the manifest too. onnx_zoo.csv says which network an export is; what differs nevertheless is in
/// onnx_zoo_excluded.csv, to the digit and with the reason.
/// </summary>
public sealed class ZooComparisonTests
{
    private static readonly GoldenTable s_twins = GoldenTable.Read("onnx_zoo.csv");

    private static readonly FigureDifferences s_differences = new("onnx_zoo_excluded.csv");

    private readonly ITestOutputHelper _output;

    public ZooComparisonTests(ITestOutputHelper output) => _output = output;

    public static TheoryData<string> Files => [.. s_twins.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_export_costs_what_its_manifest_does(string file)
    {
        Network export = ExportedModelTests.Read(file);
        Network manifest = Twin(file, export);

        s_differences.Check(
            file,
            manifest,
            export,
            s_twins[file, "conventions"] == "all"
                ? ConventionCatalog.All.Select(convention => convention.Name)
                : FigureDifferences.GraphLevel);
    }

    [Fact]
    public void Each_difference_is_of_an_export_that_is_compared_and_has_a_reason() =>
        _output.WriteLine(s_differences.Describe(s_twins.Names));

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
}
