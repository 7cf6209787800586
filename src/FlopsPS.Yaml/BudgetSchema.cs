using System.Collections.Generic;
using System.Linq;
using FlopsPS.Budgets;
using FlopsPS.Conventions;
using FlopsPS.Json;
using FlopsPS.Yaml.Budgets;
using static FlopsPS.Yaml.Schema.Fragments;

namespace FlopsPS.Yaml;

/// <summary>The JSON Schema of a budget, for editors.</summary>
/// <remarks>Draft 7, which YAML editors read. It cannot see everything: units of another metric, numbers that are not
/// whole.</remarks>
public static class BudgetSchema
{
    private const string Pattern = "pattern";
    private const string Limit = "limit";

    /// <summary>The text of the schema, with a final line feed.</summary>
    public static string Generate()
    {
        var keys = new JsonMap();
        foreach (string key in BudgetParser.Keys)
        {
            keys.Add(key, KeySchema(key));
        }

        return JsonText.Of(new JsonMap
        {
            { "$schema", "http://json-schema.org/draft-07/schema#" },
            { "title", "FlopsPS budget" },
            { "description", "What neural networks may cost, as Test-NetworkBudget checks it." },
            { "type", "object" },
            { "properties", keys },
            { "required", new[] { BudgetParser.NameKey, "rules" } },
            { "additionalProperties", false },
            {
                "definitions",
                new JsonMap { { Pattern, Text }, { Limit, LimitSchema() } }
            },
        }) + "\n";
    }

    private static JsonMap KeySchema(string key) => key switch
    {
        BudgetParser.NameKey => Described("The name of the budget.", Text),
        "convention" => Described(
            "The convention that figures are counted by, or the file that holds it; that of the baseline, or "
            + $"{ConventionCatalog.Default}, when not given.",
            Text),
        "baseline" => Described("The file, as seen from here, that relative limits refer to.", Text),
        "rules" => Described("The limits. Each rule is checked by itself.", Rules()),
        _ => throw new KeyNotFoundException($"The schema does not know the key '{key}'."),
    };

    private static JsonMap Rules()
    {
        JsonMap rules = ListOf(Rule());
        rules.Add("minItems", 1);
        return rules;
    }

    private static JsonMap Rule()
    {
        var keys = new JsonMap
        {
            { "files", Described("Files as seen from here, such as nets/**/*.yaml; all when not given.", Patterns()) },
            { "networks", Described("Names of networks, such as resnet*; all when not given.", Patterns()) },
            {
                "layers",
                Described(
                    "Paths of blocks and layers, such as layer4/*, each checked by itself; the network as a whole when "
                    + "not given.",
                    Patterns())
            },
        };
        foreach (KeyValuePair<string, BudgetMetric> metric in BudgetParser.Metrics)
        {
            keys.Add(metric.Key, Described($"The most {BudgetMetrics.Unit(metric.Value)}.", AnyOf(Refer(Limit))));
        }

        keys.Add("severity", Described(
            "What becomes of a figure above its limit; error when not given.", OneOf(BudgetParser.Severities.Keys)));
        return new()
        {
            { "type", "object" },
            { "properties", keys },
            { "anyOf", BudgetParser.Metrics.Keys.Select(key => new JsonMap { { "required", new[] { key } } }) },
            { "additionalProperties", false },
        };
    }

    private static JsonMap Patterns()
    {
        JsonMap list = ListOf(Refer(Pattern));
        list.Add("minItems", 1);
        return AnyOf(Refer(Pattern), list);
    }

    private static JsonMap LimitSchema() => AnyOf(
        new() { { "type", "integer" }, { "minimum", 0 } },
        new()
        {
            {
                "description",
                "A count, such as 26M, 4.2G or 26_000_000 (k, M, G, T, P and E are decimal), or a change from the "
                + "baseline, such as +2%."
            },
            { "type", "string" },
            {
                "pattern",
                @"^\s*([+-][0-9][0-9_]*(\.[0-9]+)?\s*%"
                + @"|[0-9][0-9_]*(\.[0-9]+)?([eE]\+?[0-9]{1,2})?\s*([A-Za-z][A-Za-z-]*(\s+[A-Za-z-]+)?)?)\s*$"
            },
        });
}
