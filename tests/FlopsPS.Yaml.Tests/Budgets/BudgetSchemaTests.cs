using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using FlopsPS.Networks;
using NJsonSchema;

namespace FlopsPS.Yaml.Tests.Budgets;

public sealed class BudgetSchemaTests
{
    private static readonly Lazy<Task<JsonSchema>> s_schema =
        new(() => JsonSchema.FromJsonAsync(BudgetSchema.Generate()));

    [Fact]
    public void The_file_in_the_module_is_what_the_parser_says() =>
        SchemaFile.IsCurrent("flopsps-budget.schema.json", BudgetSchema.Generate());

    [Theory]
    [InlineData("budget: ci\nrules: [{ macs: 4 }]")]
    [InlineData("budget: ci\nconvention: exact\nbaseline: b.json\nrules: [{ macs: +2%, severity: off }]")]
    [InlineData("budget: 1\nrules: [{ parameters: 26M, buffers: 60k, macs: 4.2 GMACs, flops: 26_000_000, activations: -5% }]")]
    [InlineData("budget: ci\nrules: [{ macs: 4, files: a/*.yaml, networks: [a, b*], layers: [c/*], severity: warn }]")]
    public async Task A_budget_is_valid_for_both(string text)
    {
        Assert.NotEmpty(BudgetFile.ReadText(text, "b.yaml").Rules);
        Assert.Empty(await Complaints(text));
    }

    [Theory]
    [InlineData("budget: ci")]
    [InlineData("rules: [{ macs: 4 }]")]
    [InlineData("budget: ci\nrules: []")]
    [InlineData("budget: ci\nrules: { macs: 4 }")]
    [InlineData("budget: ci\nrules: [{ severity: off }]")]
    [InlineData("budget: ci\nrules: [{ macs: 4, severity: bad }]")]
    [InlineData("budget: ci\nrules: [{ macs: 4, files: [] }]")]
    [InlineData("budget: ci\nrules: [{ macs: 4, layer: a }]")]
    [InlineData("budget: ci\nrules: [{ macs: [4] }]")]
    [InlineData("budget: ci\nrules: [{ macs: -4 }]")]
    [InlineData("budget: ci\nrules: [{ macs: 1.5 }]")]
    [InlineData("budget: ci\nrules: [{ macs: 2% }]")]
    [InlineData("budget: ci\nrules: [{ macs: '26,000' }]")]
    [InlineData("budget: ci\nrules: [{ macs: 4 }]\nnmae: x")]
    public async Task What_is_no_budget_is_invalid_for_both(string text)
    {
        Assert.Throws<NetworkException>(() => BudgetFile.ReadText(text, "b.yaml"));
        Assert.NotEmpty(await Complaints(text));
    }

    [Fact]
    public async Task Every_key_has_a_description()
    {
        JsonSchema schema = await s_schema.Value;
        JsonSchema rule = schema.Properties["rules"].Item!;

        Assert.All(schema.Properties.Values.Concat(rule.Properties.Values), key => Assert.NotEmpty(key.Description!));
    }

    private static async Task<IEnumerable<string>> Complaints(string budget) =>
        (await s_schema.Value).Validate(ManifestJson.Of(budget)).Select(error => error.ToString());
}
