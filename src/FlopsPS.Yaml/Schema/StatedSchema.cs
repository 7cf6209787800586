using System.Linq;
using FlopsPS.Json;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Manifests;
using static FlopsPS.Yaml.Schema.Fragments;

namespace FlopsPS.Yaml.Schema;

/// <summary>A layer of which everything is stated, and the weights that any layer may state.</summary>
internal static class StatedSchema
{
    /// <summary>The tensors that a layer stores.</summary>
    public static JsonMap Weights => Described(
        "The tensors that it stores, in place of what the kind says: names and numbers of values.",
        MapOf(OneOrMore(Weight())));

    /// <summary>The layer.</summary>
    public static JsonMap Layer => new()
    {
        { "description", "A layer that is no kind: all that it makes, stores and does is stated." },
        { "type", "object" },
        {
            "properties",
            new JsonMap
            {
                { StatedStep.Keys[0], Described("What to call it.", Text) },
                { StatedFacts.Makes, Described("The shapes that come out.", Refer(AnyValue)) },
                { StatedStep.Keys[2], Described("The primitive operations.", ListOf(Operation())) },
                { StatedFacts.Weights, Weights },
            }
        },
        { "required", StatedStep.Keys.Take(3) },
        { "additionalProperties", false },
    };

    private static JsonMap Weight() => AnyOf(Whole(0), new()
    {
        { "type", "object" },
        {
            "properties",
            new JsonMap
            {
                { StoredWeight.Keys[0], Whole(0) },
                { StoredWeight.Keys[1], OneOf(StoredWeight.Roles) },
                { StoredWeight.Keys[2], Described("Whether an earlier layer stores it, and counts it.", Truth) },
                { StoredWeight.Keys[3], OneOf(DataType.All.Select(type => type.Name)) },
            }
        },
        { "required", StoredWeight.Keys.Take(1) },
        { "additionalProperties", false },
    });

    private static JsonMap Operation()
    {
        var forms = new JsonMap();
        foreach (OperationForm form in OperationForm.All)
        {
            var facts = new JsonMap();
            foreach (OperationFact fact in form.Facts)
            {
                facts.Add(fact.Name, Fact(fact));
            }

            forms.Add(form.Word, new JsonMap
            {
                { "type", "object" },
                { "properties", facts },
                { "required", form.Facts.Where(fact => !fact.IsOptional).Select(fact => fact.Name) },
                { "additionalProperties", false },
            });
        }

        return new()
        {
            { "type", "object" },
            { "minProperties", 1 },
            { "maxProperties", 1 },
            { "properties", forms },
            { "additionalProperties", false },
        };
    }

    private static JsonMap Fact(OperationFact fact) => fact.Type switch
    {
        FactType.Whole => Whole(0),
        FactType.Truth => Truth,
        FactType.Word => OneOf(fact.Words),
        FactType.Shape => Refer(AnyValue),
        _ => Text,
    };
}
