using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Json;
using FlopsPS.Layers;
using FlopsPS.Yaml.Conventions;
using static FlopsPS.Yaml.Schema.Fragments;

namespace FlopsPS.Yaml;

/// <summary>The JSON Schema of a convention, for editors; made from the layer catalogue and the facts.</summary>
/// <remarks>Draft 7, which YAML editors read. It cannot see everything: kinds with two rules, names in expressions.
/// </remarks>
public static class ConventionSchema
{
    private const string Count = "count";
    private const string Cost = "cost";

    /// <summary>The text of the schema, with a final line feed.</summary>
    public static string Generate()
    {
        var keys = new JsonMap();
        foreach (string key in ConventionParser.Keys)
        {
            keys.Add(key, KeySchema(key));
        }

        return JsonText.Of(new JsonMap
        {
            { "$schema", "http://json-schema.org/draft-07/schema#" },
            { "title", "FlopsPS convention" },
            { "description", "A counting convention: what layers and operations of neural networks cost." },
            { "type", "object" },
            { "properties", keys },
            { "required", new[] { ConventionParser.NameKey } },
            { "allOf", new[] { OneRequired("figures", "extends"), AnyRequired("rules", "inside", "free") } },
            { "additionalProperties", false },
            { "definitions", Definitions() },
        }) + "\n";
    }

    private static JsonMap KeySchema(string key) => key switch
    {
        ConventionParser.NameKey => Described("The name, which rows carry; not that of a built-in one.", Text),
        "summary" => Described("One sentence on what it counts.", Text),
        "source" => Described("Where the rules come from; the file when not given.", Text),
        "quirks" => Described("What a reader would not expect.", OneOrMore(Text)),
        "extends" => Described("A built-in convention, whose rules hold where this one has none.", Text),
        "figures" => Described(
            "What a rule counts: multiply-accumulates, FLOPs, or both.", OneOf(ConventionParser.FiguresByWord.Keys)),
        "unit" => Described("What the figures count, in the words of the source.", Text),
        "parameters" => Described(
            "Which weights are parameters: the trainable ones, all, or the trainable ones of layers with a rule.",
            OneOf(ConventionParser.ParametersByWord.Keys)),
        "rules" => Described("Kinds of layers, and what they cost.", RuleMap(KindList.All)),
        "inside" => Described(
            "What operations cost inside layers without a rule, where that differs; undefined: such layers are not "
            + "looked into.",
            AnyOf(OneOf([Undefined.Word]), RuleMap(OperationKinds.All))),
        "free" => Described("Kinds that cost nothing.", OneOrMore(Names(KindList.All))),
        _ => throw new KeyNotFoundException($"The schema does not know the key '{key}'."),
    };

    private static JsonMap Definitions() => new()
    {
        {
            Count,
            Described(
                $"An expression over the facts of a layer: {string.Join(", ", LayerFacts.Names)}; and its arguments.",
                new() { { "type", new[] { "string", "number" } } })
        },
        {
            Cost,
            AnyOf(
                Refer(Count),
                new()
                {
                    { "description", "Both figures, under 'figures: both'." },
                    { "type", "object" },
                    { "properties", new JsonMap { { "macs", Refer(Count) }, { "flops", Refer(Count) } } },
                    { "required", new[] { "macs", "flops" } },
                    { "additionalProperties", false },
                })
        },
    };

    // Single kinds by name, so that editors offer them; several by a pattern.
    private static JsonMap RuleMap(IEnumerable<string> kinds)
    {
        var properties = new JsonMap();
        foreach (string kind in kinds)
        {
            JsonMap cost = AnyOf(Refer(Cost));
            properties.Add(kind, LayerCatalog.Find(kind) is { } found ? Described(found.Summary, cost) : cost);
        }

        return new()
        {
            { "type", new[] { "object", "null" } },
            { "properties", properties },
            { "patternProperties", new JsonMap { { Pattern(kinds), Refer(Cost) } } },
            { "additionalProperties", false },
        };
    }

    private static JsonMap Names(IEnumerable<string> kinds) =>
        new() { { "type", "string" }, { "pattern", Pattern(kinds) } };

    private static string Pattern(IEnumerable<string> kinds)
    {
        string kind = $"({string.Join("|", kinds)})";
        return $"^{kind}([ ,]+{kind})*$";
    }

    private static JsonMap OneRequired(params string[] keys) => new() { { "oneOf", keys.Select(Required) } };

    private static JsonMap AnyRequired(params string[] keys) => new() { { "anyOf", keys.Select(Required) } };

    private static JsonMap Required(string key) => new() { { "required", new[] { key } } };
}
