using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Expressions;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A tensor that a manifest says a layer stores: its number of values, or a map that says more.</summary>
internal sealed class StoredWeight
{
    /// <summary>The keys of the map.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["elements", "role", "shared", DataTypes.Key];

    /// <summary>What a tensor may be for; parameter when not said.</summary>
    public static IReadOnlyList<string> Roles { get; } =
        [.. Enum.GetNames(typeof(WeightRole)).Select(role => role.ToLowerInvariant())];

    private readonly string _name;
    private readonly Value _elements;
    private readonly WeightRole _role;
    private readonly bool _isShared;
    private readonly DataType? _type;

    private StoredWeight(ScalarNode name, SyntaxNode node)
    {
        var map = node as MapNode;
        map?.Allow("a weight", [.. Keys]);
        _name = name.Text;
        _elements = Value.Read(
            map is null ? node : map.Find(Keys[0]) ?? throw map.Invalid("a weight needs 'elements': how many values"),
            []);
        _role = map?.Find("role") is { } role ? ReadRole(role) : WeightRole.Parameter;
        _isShared = map?.Find("shared") is { } shared && Value.Read(shared, []).EvaluateTruth(new Scope(), "shared");
        _type = DataTypes.Read(map?.Find(DataTypes.Key));
    }

    /// <summary>Reads a map of names, each with a tensor or a list of them.</summary>
    public static IReadOnlyList<StoredWeight> ReadAll(SyntaxNode node) =>
    [
        .. Expect.Map(node, "weights", "names and numbers of values").SelectMany(entry =>
            (entry.Value is ListNode list ? list.Items : [entry.Value]).Select(
                item => new StoredWeight(entry.Key, item))),
    ];

    /// <summary>The tensor.</summary>
    /// <param name="scope">The names that its size may use.</param>
    /// <param name="type">The type of its values when it does not say its own.</param>
    public Weight Make(Scope scope, DataType? type) =>
        new(_name, _elements.EvaluateWhole(scope, _name, least: 0), _role, _isShared, _type ?? type);

    private static WeightRole ReadRole(SyntaxNode node)
    {
        string word = Expect.Text(node, "role").Text;
        return Roles.Contains(word)
            ? (WeightRole)Enum.Parse(typeof(WeightRole), word, ignoreCase: true)
            : throw node.Invalid(
                $"role '{word}' is not one of {string.Join(", ", Roles)}." + NearestWord.Hint(word, Roles),
                ErrorCode.ArgumentInvalid);
    }
}
