using System.Collections.Generic;
using System.Linq;
using FlopsPS.Json;
using FlopsPS.Layers;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Manifests;
using static FlopsPS.Yaml.Schema.Fragments;

namespace FlopsPS.Yaml.Schema;

/// <summary>One item of a list of layers.</summary>
internal static class LayerSchema
{
    /// <summary>What is a kind in every manifest, so that no block can have the name.</summary>
    public static IEnumerable<string> Kinds =>
        [.. LayerCatalog.Kinds.Select(kind => kind.Name), .. StepReader.Groups, StepReader.Stated];

    /// <summary>A kind alone, or a map of a kind and its siblings. Other kinds are blocks of the manifest: an editor
    /// cannot know which there are.</summary>
    public static JsonMap Item => AnyOf(
        Described("A layer with its defaults.", OneOf(
            LayerCatalog.Kinds.Where(kind => !Required(kind).Any()).Select(kind => kind.Name))),
        new()
        {
            { "description", "A block without arguments." },
            { "type", "string" },
            { "not", OneOf(Kinds) },
        },
        new()
        {
            { "type", "object" },
            { "minProperties", 1 },
            { "maxProperties", StepReader.Siblings.Count + 1 },
            { "properties", Properties() },
            { "additionalProperties", Described("A block and its arguments.", MapOf(Refer(AnyValue))) },
        });

    private static IEnumerable<string> Required(LayerKind kind) =>
        kind.Arguments.Where(argument => argument.IsRequired).Select(argument => argument.Name);

    private static JsonMap Properties()
    {
        var properties = new JsonMap
        {
            {
                "name",
                Described("The name in the paths of layers, and for 'from'; with / between them, several levels.", Text)
            },
            { "repeat", Described("How often the layer follows itself; 'index' is the number of the turn.", Whole(0)) },
            { "when", Described("The layer is skipped where this is false.", Truth) },
            {
                "from",
                Described(
                    "The earlier layers that it reads instead of the one before it; / in front begins a whole path.",
                    OneOrMore(Text))
            },
            {
                "shared",
                Described(
                    "Where this is true, the weights are those of an earlier layer like it, and counted there.", Truth)
            },
            { DataTypes.Key, Described("The type of the weights.", OneOf(DataType.All.Select(type => type.Name))) },
            {
                StatedFacts.Makes,
                Described("The shapes that come out, in place of what the kind says: 1x64x56x56.", Refer(AnyValue))
            },
            { StatedFacts.Weights, StatedSchema.Weights },
            { StepReader.Stated, StatedSchema.Layer },
            { StepReader.Group, Described("Layers that share a name, a condition or a repetition.", LayerList) },
            {
                StepReader.Training,
                Described("Layers that hold parameters, but do not run in inference; the input passes by.", LayerList)
            },
        };
        foreach (LayerKind kind in LayerCatalog.Kinds)
        {
            properties.Add(kind.Name, KindSchema(kind));
        }

        return properties;
    }

    private static JsonMap KindSchema(LayerKind kind)
    {
        var arguments = new JsonMap();
        foreach (Argument argument in kind.Arguments)
        {
            arguments.Add(argument.Name, ArgumentSchema.Of(argument, kind.IsStructure));
        }

        string[] required = [.. Required(kind)];
        return new()
        {
            { "description", $"{kind.Summary} Cost: {kind.Formula}." },
            { "type", required.Length > 0 ? "object" : new[] { "object", "null" } },
            { "properties", arguments },
            { "required", required.Length > 0 ? required : null },
            { "additionalProperties", false },
        };
    }
}
