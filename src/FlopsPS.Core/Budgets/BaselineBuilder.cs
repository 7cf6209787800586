using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Budgets;

/// <summary>Makes a baseline of measured rows: of layers, or of networks for totals alone.</summary>
public sealed class BaselineBuilder
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private string? _convention;

    /// <summary>Takes a row.</summary>
    /// <exception cref="NetworkException">The row is of a kind or a block, of another convention, or of a network that
    /// was measured twice.</exception>
    public void Add(CostRow row)
    {
        _convention ??= row.Convention;
        if (row.Convention != _convention)
        {
            throw Invalid(
                $"Rows of the conventions {_convention} and {row.Convention} came in, and a baseline has one: measure "
                + "by one of them.");
        }

        NetworkCost total = row as NetworkCost ?? LayerOf(row).Total;
        if (!_entries.TryGetValue(row.Network, out Entry entry))
        {
            _entries.Add(row.Network, entry = new(total));
        }
        else if (entry.Total != total || row == total)
        {
            throw Invalid(
                $"'{row.Network}' was measured more than once, and a baseline has one set of figures for a name: keep "
                + "one measurement of it, and give each parameter a single value.");
        }

        if (row.Layer is { } path)
        {
            entry.Layers.Add(path, new(row));
        }
    }

    /// <summary>The baseline of the rows that came.</summary>
    /// <exception cref="NetworkException">None came, or rows of layers were left out on the way.</exception>
    public Baseline Build()
    {
        return _convention is null
            ? throw Invalid("No row came in; a baseline is made of measured rows, one for each layer.")
            : new(_convention, _entries.Values.Select(entry => entry.Build()));
    }

    private static LayerCost LayerOf(CostRow row)
    {
        return row is LayerCost { Layer: not null, Kind: not CostGroup.BlockKind } layer
            ? layer
            : throw Invalid(
                $"A row of the {(row.Layer is null ? "kind" : "block")} '{row.Layer ?? row.Kind}' of '{row.Network}' "
                + "came in, and a baseline is made of layers: group the rows by Layer, or by Network for totals "
                + "alone.");
    }

    private static NetworkException Invalid(string reason) => new(ErrorCode.BaselineInvalid, reason);

    private sealed class Entry(NetworkCost total)
    {
        public NetworkCost Total { get; } = total;

        public Dictionary<string, CostFigures> Layers { get; } = new(StringComparer.Ordinal);

        public BaselineNetwork Build()
        {
            var network = new BaselineNetwork(Total.Network, Total.InputShape!, new(Total), Layers);
            return network.IsWhole
                ? network
                : throw Invalid(
                    $"The rows of '{network.Name}' do not add up to its total, so some were left out: pipe in all of "
                    + "them.");
        }
    }
}
