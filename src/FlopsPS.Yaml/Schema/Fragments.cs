using System.Collections.Generic;
using FlopsPS.Json;

namespace FlopsPS.Yaml.Schema;

/// <summary>Parts that many places of the schema share. An expression stands wherever a number or truth value does, so
/// those take a text as well.</summary>
internal static class Fragments
{
    // The names of the definitions, each written once.
    public const string LayerItem = "layer";
    public const string AnyValue = "value";
    public const string ParameterMap = "parameters";
    public const string OneInput = "input";
    public const string BlockBody = "block";

    /// <summary>A list of layers.</summary>
    public static JsonMap LayerList { get; } = ListOf(Refer(LayerItem));

    /// <summary>A number or an expression.</summary>
    public static JsonMap Number { get; } = new() { { "type", new[] { "number", "string" } } };

    /// <summary>A truth value or an expression.</summary>
    public static JsonMap Truth { get; } = new() { { "type", new[] { "boolean", "string" } } };

    /// <summary>A name; one of digits only is a number to YAML.</summary>
    public static JsonMap Text { get; } = new() { { "type", new[] { "string", "number" } } };

    /// <summary>A whole number or an expression.</summary>
    public static JsonMap Whole(long? least) => new()
    {
        { "type", new[] { "integer", "string" } },
        { "minimum", least },
    };

    public static JsonMap Refer(string definition) => new() { { "$ref", "#/definitions/" + definition } };

    public static JsonMap ListOf(JsonMap items) => new() { { "type", "array" }, { "items", items } };

    /// <summary>One item alone, or a list of them.</summary>
    public static JsonMap OneOrMore(JsonMap item) => AnyOf(item, ListOf(item));

    public static JsonMap AnyOf(params JsonMap[] choices) => new() { { "anyOf", choices } };

    public static JsonMap OneOf(IEnumerable<string> words) => new() { { "enum", words } };

    public static JsonMap NoneOf(IEnumerable<string> words) => new() { { "not", OneOf(words) } };

    /// <summary>A map of names to values of one form.</summary>
    public static JsonMap MapOf(JsonMap values) => new()
    {
        { "type", new[] { "object", "null" } },
        { "additionalProperties", values },
    };

    /// <summary>The description before the rest.</summary>
    public static JsonMap Described(string description, JsonMap rest)
    {
        var described = new JsonMap { { "description", description } };
        foreach (KeyValuePair<string, object> member in rest)
        {
            described.Add(member.Key, member.Value);
        }

        return described;
    }
}
