using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using FlopsPS.Layers;
using NJsonSchema;

namespace FlopsPS.Yaml.Tests;

public sealed class ManifestSchemaTests
{
    private static readonly Lazy<Task<JsonSchema>> s_schema =
        new(() => JsonSchema.FromJsonAsync(ManifestSchema.Generate()));

    public static TheoryData<string> Zoo => [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Module, "Zoo"), "*.yaml")
        .Select(path => Path.GetFileName(path))
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Kinds => [.. LayerCatalog.Kinds.Select(kind => kind.Name)];

    [Fact]
    public void The_file_in_the_module_is_what_the_catalogue_says() =>
        SchemaFile.IsCurrent("flopsps.schema.json", ManifestSchema.Generate());

    [Theory]
    [MemberData(nameof(Zoo))]
    public async Task A_manifest_of_the_zoo_is_valid(string file) =>
        Assert.Empty(await Complaints(await File.ReadAllTextAsync(Path.Combine(Repository.Module, "Zoo", file))));

    [Theory]
    [InlineData("resnet18")]
    [InlineData("googlenet")]
    [InlineData("bert-base")]
    [InlineData("mvit_v2_s")]
    [InlineData("transformer-base")]
    public async Task A_manifest_that_was_written_is_valid(string network) =>
        Assert.Empty(await Complaints(ManifestWriter.Write(FlopsPS.Yaml.Tests.Zoo.Build(network))));

    [Fact]
    public async Task The_manifest_of_the_design_is_valid() => Assert.Empty(await Complaints(ResNet50.Manifest));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_kind_refuses_an_argument_that_it_does_not_have(string kind) =>
        Assert.NotEmpty(await Complaints(Layers($"- {kind}: {{ nosuchargument: 1 }}")));

    [Theory]
    [InlineData("- relu")]
    [InlineData("- relu:")]
    [InlineData("- relu: {}\n    name: a\n    repeat: 2*n\n    when: n > 3\n    from: [a, b]\n    shared: index > 0")]
    [InlineData("- { relu: , shared: true }")]
    [InlineData("- branches: { paths: [[], [relu]], axis: tokens }")]
    [InlineData("- myblock")]
    [InlineData("- myblock:")]
    [InlineData("- myblock: { planes: 64, shape: [1, 2*n], name: relu, bias: false }\n    repeat: 3")]
    [InlineData("- layers: [relu, { conv: { out: 3, kernel: 3 } }]\n    name: stem")]
    [InlineData("- conv: { out: 2*n, kernel: [3, k], stride: 2, padding: same, groups: depthwise, bias: not n }")]
    [InlineData("- conv: { out: 8, kernel: 3x5, padding: k//2 }")]
    [InlineData("- conv: { out: 8, kernel: 3, padding: [1, k], groups: g, in: 3 }")]
    [InlineData("- dropout: { p: 0.2 }")]
    [InlineData("- upsample: { scale: [2, n/2], mode: bilinear }")]
    [InlineData("- upsample: { scale: 2, mode: '''linear'' if n == 1 else ''bilinear''' }")]
    [InlineData("- softmax: { axis: -1 }")]
    [InlineData("- softmax: { axis: channels }")]
    [InlineData("- slice: { axis: height, start: -3, end: n }")]
    [InlineData("- reshape: { shape: [-1, n] }")]
    [InlineData("- conv: { out: 8, kernel: 3 }\n    dtype: int4\n    makes: 1x8x2x2\n    weights: { a: [1, n] }")]
    [InlineData("- relu:\n    weights: { s: [{ elements: 1, role: scale }, { elements: 2, shared: true }] }")]
    [InlineData("- stated: { kind: a, makes: [1x2, [3]], operations: [sum: { inputs: 3, outputs: 1 }] }")]
    [InlineData("- stated: { kind: a, makes: [], operations: [] }\n    from: []")]
    [InlineData("- einsum: { equation: 'bij,bjk->bik' }\n    from: [a, b]")]
    [InlineData("- branches: { paths: [[], [relu]], join: multiply }")]
    [InlineData("- foreach: { in: [[1, 16, true], [6, 2*n, no]], as: [t, c, s], layers: [relu] }")]
    [InlineData("- foreach: { in: [16, 32], as: c, layers: [{ linear: { out: c } }] }")]
    public async Task What_the_language_allows_is_valid(string layer) => Assert.Empty(await Complaints(Layers(layer)));

    [Theory]
    [InlineData("- linear")]
    [InlineData("- stated")]
    [InlineData("- stated: { kind: a, makes: 1x2 }")]
    [InlineData("- stated: { kind: a, makes: 1x2, operations: [sum: { inputs: 3 }] }")]
    [InlineData("- relu:\n    dtype: float33")]
    [InlineData("- relu:\n    weights: { s: { role: scale } }")]
    [InlineData("- residual")]
    [InlineData("- 3")]
    [InlineData("- {}")]
    [InlineData("- linear: { bias: true }")]
    [InlineData("- linear: 10")]
    [InlineData("- linear: { out: 0 }")]
    [InlineData("- linear: { out: 1.5 }")]
    [InlineData("- linear: { out: true }")]
    [InlineData("- linear: { out: [1, 2] }")]
    [InlineData("- linear: { out: 3, bias: 1 }")]
    [InlineData("- linear: { out: 3, bias: }")]
    [InlineData("- conv: { out: 3, kernel: [0, 3] }")]
    [InlineData("- conv: { out: 3, kernel: { height: 3 } }")]
    [InlineData("- conv: { out: 3, kernel: 3, padding: true }")]
    [InlineData("- conv: { out: 3, kernel: 3, padding: -1 }")]
    [InlineData("- upsample: { scale: 2, mode: biliner }")]
    [InlineData("- einsum: { equation: [bij, bjk->bik] }")]
    [InlineData("- branches: { paths: [[], [relu]], join: concta }")]
    [InlineData("- branches: { paths: [relu] }")]
    [InlineData("- residual: { body: relu }")]
    [InlineData("- residual: { body: [{ linear: { out: 0 } }] }")]
    [InlineData("- relu:\n    repeat: -1")]
    [InlineData("- relu:\n    when: 1")]
    [InlineData("- relu:\n    shared: 1")]
    [InlineData("- relu:\n    name: [a]")]
    public async Task What_is_wrong_is_not_valid(string layer) => Assert.NotEmpty(await Complaints(Layers(layer)));

    [Theory]
    [InlineData("{ channels: 3, height: 224, width: 2*n }")]
    [InlineData("{ channels: 3, depth: 16, height: 224, width: 224, batch: 2 }")]
    [InlineData("{ channels: 3, length: 100 }")]
    [InlineData("{ features: 4 }")]
    [InlineData("{ tokens: 196, features: 768 }")]
    [InlineData("{ tokens: 128 }")]
    [InlineData("{ shape: [1, 28, 28, 3], layout: NHWC }")]
    public async Task Every_form_of_an_input_is_valid(string input)
    {
        Assert.Empty(await Complaints($"input: {input}\nlayers: []"));
        Assert.Empty(await Complaints($"inputs: {{ a: {input}, b: {input} }}\nlayers: []"));
    }

    [Theory]
    [InlineData("{ family: A, year: 2015, paper: 'He, ResNet', implementation: 'nets/a.py' }")]
    [InlineData("[{ networks: a*, family: A }, { networks: [b, c], family: B }, { family: C }]")]
    public async Task Every_form_of_a_source_is_valid(string source) =>
        Assert.Empty(await Complaints($"source: {source}\ninput: {{ features: 4 }}\nlayers: []"));

    [Theory]
    [InlineData("layers: []")]
    [InlineData("input: { features: 4 }")]
    [InlineData("input: { features: 4 }\nlayers: []\nsource: text")]
    [InlineData("input: { features: 4 }\nlayers: []\nsource: { year: 15 }")]
    [InlineData("input: { features: 4 }\nlayers: []\nsource: { papr: x }")]
    [InlineData("input: { features: 4 }\ninputs: { a: { features: 4 } }\nlayers: []")]
    [InlineData("input: { channels: 3, height: 8 }\nlayers: []")]
    [InlineData("input: { features: 0 }\nlayers: []")]
    [InlineData("input: { shape: [1, 2], layout: FN }\nlayers: []")]
    [InlineData("input: { features: 4 }\nlayers: []\nnmae: x")]
    [InlineData("input: { features: 4 }\nlayers: []\nblocks: { a: { parameters: {} } }")]
    [InlineData("input: { features: 4 }\nlayers: []\nparameters: [a]")]
    [InlineData("input: { features: 4 }\nlayers: []\nvariants: { a: 3 }")]
    public async Task A_manifest_of_another_form_is_not_valid(string manifest) =>
        Assert.NotEmpty(await Complaints(manifest));

    [Fact]
    public void Every_kind_and_argument_comes_with_its_description()
    {
        string schema = ManifestSchema.Generate();

        foreach (LayerKind kind in LayerCatalog.Kinds)
        {
            Assert.Contains(kind.Summary, schema);
            Assert.All(kind.Arguments, argument => Assert.Contains(argument.Description, schema));
        }
    }

    private static string Layers(string layer) => $"input: {{ features: 4 }}\nlayers:\n  {layer}";

    private static async Task<IEnumerable<string>> Complaints(string manifest) =>
        (await s_schema.Value).Validate(ManifestJson.Of(manifest)).Select(error => error.ToString());
}
