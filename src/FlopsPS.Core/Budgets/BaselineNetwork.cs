using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Budgets;

/// <summary>What a network cost when the baseline was made.</summary>
public sealed class BaselineNetwork
{
    private readonly IReadOnlyDictionary<string, CostFigures> _layers;

    /// <summary>The figures of a network, and of its layers by path where those are known.</summary>
    public BaselineNetwork(
        string name, string inputShape, CostFigures total, IReadOnlyDictionary<string, CostFigures> layers)
    {
        Name = name;
        InputShape = inputShape;
        Total = total;
        _layers = layers;
    }

    /// <summary>The name of the network.</summary>
    public string Name { get; }

    /// <summary>The shapes of its inputs, batch first.</summary>
    public string InputShape { get; }

    /// <summary>The figures of the whole network.</summary>
    public CostFigures Total { get; }

    /// <summary>Whether it has buffers at all, which the first baselines had not.</summary>
    public bool KnowsBuffers => Total.Buffers is not null;

    /// <summary>Whether the layers are known, and not the total alone.</summary>
    public bool HasLayers => _layers.Count > 0;

    /// <summary>Whether the layers, where they are known, add up to the total.</summary>
    /// <exception cref="OverflowException">They leave 64 bits.</exception>
    public bool IsWhole
    {
        get
        {
            CostFigures sum = CostFigures.Sum(_layers.Values);
            return !HasLayers || BudgetMetrics.All.All(metric => (sum[metric] ?? 0) == (Total[metric] ?? 0));
        }
    }

    /// <summary>The layers sorted by path, each by the values of its characters, so that a file of them changes only
    /// where a layer does.</summary>
    public IEnumerable<KeyValuePair<string, CostFigures>> Layers =>
        _layers.OrderBy(layer => layer.Key, StringComparer.Ordinal);

    /// <summary>The layers of a block, the layer itself, or all layers where no scope is given.</summary>
    public IEnumerable<KeyValuePair<string, CostFigures>> Within(string? scope) =>
        Layers.Where(layer => LayerPath.IsWithin(layer.Key, scope));

    /// <summary>The figures of a block or layer, 0 where it did not exist; of the network where no scope is given.
    /// </summary>
    public CostFigures Of(string? scope)
    {
        if (scope is null)
        {
            return Total;
        }

        CostFigures none = new()
        {
            Parameters = 0,
            Buffers = KnowsBuffers ? 0 : null,
            Macs = 0,
            Flops = 0,
            Activations = 0,
        };
        return CostFigures.Sum([none, .. Within(scope).Select(layer => layer.Value)]);
    }
}
