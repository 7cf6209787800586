using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using FlopsPS.Networks;
using FlopsPS.Yaml;
using FlopsPS.Yaml.Tests;
using NJsonSchema;
using static FlopsPS.Onnx.Tests.Writing.Write;

namespace FlopsPS.Onnx.Tests;

/// <summary>Every model of tests/data/onnx.zip, written as a manifest and read again.</summary>
public sealed class ExportTests
{
    private static readonly Lazy<Task<JsonSchema>> s_schema =
        new(() => JsonSchema.FromJsonAsync(ManifestSchema.Generate()));

    private static readonly TruthTable s_truth = new("onnx_truth");

    public static TheoryData<string> Files =>
    [
        .. new[] { "onnx", "onnx-ops", "onnx-edge" }
            .SelectMany(folder => Models.In(folder).Select(file => $"{folder}/{file}"))
            .Where(file => !file.Contains("/bad_")),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_model_measures_the_same_when_it_was_written_as_a_manifest_and_read(string file)
    {
        string name = file.Substring(file.IndexOf('/') + 1);
        Network network = Models.Read(file, s_truth.Files.Contains(name) ? s_truth.Dimensions(name) : []);

        string text = ManifestWriter.Write(network);

        Network copy = Read(text);
        Assert.Equal(text, ManifestWriter.Write(copy));
        Assert.Equal(MeasuredRows.Of(network), MeasuredRows.Of(copy));
        Assert.Empty((await s_schema.Value).Validate(ManifestJson.Of(text)));
    }

    [Fact]
    public void A_layer_that_has_no_name_gets_none_of_an_input()
    {
        Network network = Models.Read(
            Model(Graph(
                [Node("Relu", "relu", "a"), Node("Relu", "a", "y")], [Value("relu", 2, 3)], [Value("y", 2, 3)])),
            "names");

        Assert.Equal(["relu2", "relu3"], network.Nodes.Select(node => node.Path));
        Assert.Equal(["relu2", "relu3"], Read(ManifestWriter.Write(network)).Nodes.Select(node => node.Path));
    }

    private static Network Read(string manifest) =>
        ManifestReader.Read(manifest, "m.yaml", "m").Single().Build(NetworkRequest.None, CancellationToken.None);
}
