using System;
using System.Globalization;
using System.Linq;
using FlopsPS.Json;
using FlopsPS.Layers;
using static FlopsPS.Yaml.Schema.Fragments;

namespace FlopsPS.Yaml.Schema;

/// <summary>What the value of an argument may be.</summary>
internal static class ArgumentSchema
{
    /// <summary>The schema of an argument; that of a structure takes no expressions.</summary>
    public static JsonMap Of(Argument argument, bool isOfStructure)
    {
        JsonMap schema = Described(argument.Description, Values(argument, isOfStructure));
        schema.Add("default", argument.DefaultText.Length > 0 ? Default(argument.DefaultText) : null);
        return schema;
    }

    private static JsonMap Values(Argument argument, bool isOfStructure) => argument.Type switch
    {
        ArgumentType.Integer or ArgumentType.Axis => Besides(argument, Whole(argument.Minimum)),
        ArgumentType.Number => Number,
        ArgumentType.Boolean => Truth,
        ArgumentType.Word => isOfStructure ? OneOf(argument.Words) : Besides(argument, ComputedWord()),
        ArgumentType.Text => new() { { "type", "string" } },
        ArgumentType.Sizes or ArgumentType.Integers => OneOrMore(Whole(argument.Minimum)),
        ArgumentType.Padding => Besides(argument, Whole(argument.Minimum), ListOf(Whole(argument.Minimum))),
        ArgumentType.Numbers => OneOrMore(Number),
        ArgumentType.Layers => LayerList,
        ArgumentType.Paths => ListOf(LayerList),
        ArgumentType.Names => OneOrMore(Text),
        ArgumentType.Table => AnyOf(ListOf(Refer(AnyValue)), new() { { "type", "string" } }),
        _ => throw new NotSupportedException($"The schema knows no values of the type {argument.Type}."),
    };

    /// <summary>The words of the argument, which editors then offer, besides other values.</summary>
    private static JsonMap Besides(Argument argument, params JsonMap[] others) => argument.Words.Count > 0
        ? AnyOf([OneOf(argument.Words), .. others])
        : others.Single();

    // A word alone is taken for a misspelt one, although it may be a parameter: that can stand in parentheses.
    private static JsonMap ComputedWord() => new() { { "type", "string" }, { "pattern", @"\W" } };

    private static object Default(string text)
    {
        return bool.TryParse(text, out bool truth) ? truth
            : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) ? number
            : text[0] == '[' ? text.Trim('[', ']').Split(',').Select(Default).ToArray()
            : (object)text;
    }
}
