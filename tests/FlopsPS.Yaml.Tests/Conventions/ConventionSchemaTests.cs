using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using FlopsPS.Conventions;
using NJsonSchema;

namespace FlopsPS.Yaml.Tests.Conventions;

public sealed class ConventionSchemaTests
{
    private static readonly Lazy<Task<JsonSchema>> s_schema =
        new(() => JsonSchema.FromJsonAsync(ConventionSchema.Generate()));

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Repository.Data("conventions"), "*.yaml"),
        .. Directory.EnumerateFiles(Path.Combine(Repository.Module, "Examples", "conventions"), "*.yaml"),
    ];

    [Fact]
    public void The_file_in_the_module_is_what_the_catalogue_says() =>
        SchemaFile.IsCurrent("flopsps-convention.schema.json", ConventionSchema.Generate());

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_convention_is_valid(string file)
    {
        string text = await File.ReadAllTextAsync(file);

        Assert.Empty(await Complaints(text));
        Assert.Equal(Path.GetFileNameWithoutExtension(file), ConventionReader.Read(text, file).Name);
    }

    [Theory]
    [InlineData("figures: macs\nrules: { conv: macs, 'linear, matmul': 2 * macs, relu: 0 }")]
    [InlineData("figures: both\nrules: { conv: { macs: macs, flops: 2*macs }, relu: 0 }")]
    [InlineData("figures: macs\ninside: { exp: elements }\nfree: [relu, 'dropout gelu']")]
    [InlineData("extends: fvcore\nquirks: a\nparameters: all\nunit: a\nsource: b\nsummary: c\nfree: relu")]
    [InlineData("extends: fvcore\ninside: undefined\nquirks: [a, b]")]
    public async Task What_the_language_allows_is_valid(string keys)
    {
        Assert.Empty(await Complaints("convention: a\n" + keys));
        Assert.Equal("a", ConventionReader.Read("convention: a\nfree: tanh\n" + keys.Replace("free:", "#"), null).Name);
    }

    [Theory]
    [InlineData("rules: { conv: macs }")]
    [InlineData("figures: macs")]
    [InlineData("figures: flop\nrules: { conv: macs }")]
    [InlineData("figures: macs\nextends: fvcore\nrules: { conv: macs }")]
    [InlineData("figures: macs\nrules: { cnov: macs }")]
    [InlineData("figures: macs\nrules: { conv linaer: macs }")]
    [InlineData("figures: macs\nrules: { residual: macs }")]
    [InlineData("figures: macs\nrules: { conv: [macs] }")]
    [InlineData("figures: both\nrules: { conv: { flops: macs } }")]
    [InlineData("figures: macs\ninside: { attention: macs }")]
    [InlineData("figures: macs\ninside: nothing")]
    [InlineData("figures: macs\nfree: rleu")]
    [InlineData("figures: macs\nfree: relu\nparameters: none")]
    [InlineData("figures: macs\nfree: relu\nname: b")]
    public async Task What_is_wrong_is_not_valid(string keys) =>
        Assert.NotEmpty(await Complaints("convention: a\n" + keys));

    [Fact]
    public async Task A_manifest_is_not_valid() =>
        Assert.NotEmpty(await Complaints("input: { features: 4 }\nlayers: [relu]"));

    [Fact]
    public void Every_fact_is_offered() =>
        Assert.Contains($": {string.Join(", ", LayerFacts.Names)};", ConventionSchema.Generate());

    private static async Task<IEnumerable<string>> Complaints(string convention) =>
        (await s_schema.Value).Validate(ManifestJson.Of(convention)).Select(error => error.ToString());
}
