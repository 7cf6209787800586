using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Manifests;

namespace FlopsPS.Yaml.Writing;

/// <summary>What a layer stores, where its kind does not say it.</summary>
internal static class WeightsText
{
    /// <summary>The type that most weights have, where that of every weight is known; else null.</summary>
    public static DataType? StandardOf(Network network)
    {
        DataType?[] types = [.. network.Nodes.SelectMany(StoredBy).Select(weight => weight.DataType)];
        return types.Length == 0 || types.Contains(null)
            ? null
            : types.GroupBy(type => type).OrderByDescending(group => group.Count()).First().Key;
    }

    /// <summary>The keys <c>dtype</c> and <c>weights</c>, where they are needed.</summary>
    /// <param name="node">The node.</param>
    /// <param name="layer">The layer of the catalogue that is written, or null where there is none.</param>
    /// <param name="standard">The type that goes without saying.</param>
    public static YamlMap Of(Node node, Layer? layer, DataType? standard)
    {
        IReadOnlyList<Weight> stored = StoredBy(node);
        DataType?[] types = [.. stored.Select(weight => weight.DataType).Distinct()];
        DataType? common = types.Length == 1 && layer is not null ? types[0] ?? standard : standard;
        var keys = new YamlMap
        {
            { DataTypes.Key, common is not null && common != standard ? common.Name : null },
        };
        if (!stored.Select(Text).SequenceEqual(Implied(node, layer, common).Select(Text)))
        {
            keys.Add(StatedFacts.Weights, All(stored, common));
        }

        return keys;
    }

    /// <summary>The tensors that a node stores.</summary>
    public static IReadOnlyList<Weight> StoredBy(Node node)
    {
        var lowering = new Lowering();
        node.Lower(lowering);
        return lowering.Weights;
    }

    /// <summary>A tensor as a text that is the same for the same facts.</summary>
    public static string Text(Weight weight) => YamlText.Of(new() { { weight.Name, One(weight, standard: null) } });

    private static IReadOnlyList<Weight> Implied(Node node, Layer? layer, DataType? type)
    {
        var lowering = new Lowering();
        lowering.Clear(type);
        layer?.Definition.Lower(new(layer, node.Call.Inputs, node.Call.Outputs), lowering);
        return lowering.Weights;
    }

    private static YamlMap All(IReadOnlyList<Weight> stored, DataType? standard)
    {
        var all = new YamlMap();
        foreach (IGrouping<string, Weight> alike in stored.GroupBy(weight => weight.Name))
        {
            object[] items = [.. alike.Select(weight => One(weight, standard))];
            all.Add(YamlText.Scalar(alike.Key), items.Length == 1 ? items[0] : new YamlList(items));
        }

        return all;
    }

    private static object One(Weight weight, DataType? standard)
    {
        string elements = RawText.Of(weight.Elements);
        var facts = new YamlMap
        {
            { StoredWeight.Keys[0], elements },
            { "role", weight.Role == WeightRole.Parameter ? null : weight.Role.ToString().ToLowerInvariant() },
            { "shared", weight.IsShared ? "true" : null },
            { DataTypes.Key, weight.DataType == standard ? null : weight.DataType?.Name },
        };
        return facts.Count == 1 ? elements : facts;
    }
}
