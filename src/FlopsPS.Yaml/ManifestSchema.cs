using System.Collections.Generic;
using System.Linq;
using FlopsPS.Json;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Manifests;
using FlopsPS.Yaml.Schema;
using static FlopsPS.Yaml.Schema.Fragments;

namespace FlopsPS.Yaml;

/// <summary>The JSON Schema of a manifest, for editors; made from the layer catalogue.</summary>
/// <remarks>Draft 7, which YAML editors read. It cannot see everything: names of blocks and parameters, expressions.
/// </remarks>
public static class ManifestSchema
{
    /// <summary>The text of the schema, with a final line feed.</summary>
    public static string Generate()
    {
        var keys = new JsonMap();
        foreach (string key in ManifestParser.Keys)
        {
            keys.Add(key, KeySchema(key));
        }

        return JsonText.Of(new JsonMap
        {
            { "$schema", "http://json-schema.org/draft-07/schema#" },
            { "title", "FlopsPS manifest" },
            { "description", "A neural network whose parameters and operations FlopsPS counts." },
            { "type", "object" },
            { "properties", keys },
            { "required", new[] { "layers" } },
            { "oneOf", new[] { "input", "inputs" }.Select(key => new JsonMap { { "required", new[] { key } } }) },
            { "additionalProperties", false },
            { "definitions", Definitions() },
        }) + "\n";
    }

    private static JsonMap Year => new() { { "type", "integer" }, { "minimum", 1000 }, { "maximum", 9999 } };

    private static JsonMap KeySchema(string key) => key switch
    {
        "name" => Described("The name of the network; that of the file when not given.", Text),
        "description" => Described("What the network is, and where it comes from.", Text),
        Sources.Key => Described(
            "Where the network comes from; a list where networks of the manifest come from several places.",
            OneOrMore(SourceSchema())),
        "parameters" => Described("Names and defaults that all expressions can use.", AnyOf(Refer(ParameterMap))),
        "variants" => Described(
            "Networks that differ in parameters: names, each with the values it sets.", MapOf(MapOf(Refer(AnyValue)))),
        DataTypes.Key => Described(
            "The type of the weights of all layers that do not say their own.",
            OneOf(DataType.All.Select(type => type.Name))),
        "input" => Described("The input.", AnyOf(Refer(OneInput))),
        "inputs" => Described("Several inputs by name.", MapOf(Refer(OneInput))),
        "blocks" => Described("Layer kinds of this manifest by name.", Blocks()),
        "layers" => Described("The layers in the order in which they run.", LayerList),
        _ => throw new KeyNotFoundException($"The schema does not know the key '{key}'."),
    };

    private static JsonMap SourceSchema() => new()
    {
        { "type", "object" },
        {
            "properties",
            new JsonMap
            {
                {
                    Sources.Networks,
                    Described(
                        "The variants that are meant, with * as a wildcard; all others when not given.",
                        OneOrMore(Text))
                },
                { "family", Described("The architecture that the networks are sizes of.", Text) },
                { "year", Described("The year of its publication.", Year) },
                { "paper", Described("Who published it, and where.", Text) },
                { "implementation", Described("The code whose layers these are.", Text) },
            }
        },
        { "additionalProperties", false },
    };

    private static JsonMap Definitions() => new()
    {
        { LayerItem, LayerSchema.Item },
        { AnyValue, ValueSchema() },
        { ParameterMap, MapOf(AnyOf(Refer(AnyValue), new JsonMap { { "type", "null" } })) },
        { OneInput, AnyOf([.. InputDefinition.Forms.Select(form => SizesSchema(form.Names)), ShapeSchema()]) },
        { BlockBody, BlockSchema() },
    };

    private static JsonMap ValueSchema() => new()
    {
        { "type", new[] { "number", "string", "boolean", "array" } },
        { "items", Refer(AnyValue) },
    };

    private static JsonMap Blocks()
    {
        JsonMap blocks = MapOf(Refer(BlockBody));
        blocks.Add("propertyNames", NoneOf(LayerSchema.Kinds.Concat(StepReader.Siblings)));
        return blocks;
    }

    private static JsonMap BlockSchema() => new()
    {
        { "type", "object" },
        {
            "properties",
            new JsonMap
            {
                { "description", Described("What the block is.", Text) },
                { "parameters", Described("Its arguments and their defaults.", AnyOf(Refer(ParameterMap))) },
                { "layers", Described("Its layers in the order in which they run.", LayerList) },
            }
        },
        { "required", new[] { "layers" } },
        { "additionalProperties", false },
    };

    private static JsonMap SizesSchema(IReadOnlyList<string> names)
    {
        var sizes = new JsonMap { { "batch", Described("The batch size; 1 when not given.", Whole(1)) } };
        foreach (string name in names)
        {
            sizes.Add(name, Whole(1));
        }

        return new()
        {
            { "type", "object" },
            { "properties", sizes },
            { "required", names },
            { "additionalProperties", false },
        };
    }

    private static JsonMap ShapeSchema() => new()
    {
        { "type", "object" },
        {
            "properties",
            new JsonMap
            {
                { "shape", Described("The sizes in this order; the batch may be left out.", ListOf(Whole(1))) },
                { "layout", Described("The order of the axes.", OneOf(InputDefinition.LayoutWords)) },
            }
        },
        { "required", new[] { "shape", "layout" } },
        { "additionalProperties", false },
    };
}
