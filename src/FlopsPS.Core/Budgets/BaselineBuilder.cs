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
    public void Add(BaselineRow row)
    {
        _convention ??= row.Convention;
        if (row.Convention != _convention)
        {
            throw Invalid(
                $"Rows of the conventions {_convention} and {row.Convention} came in, and a baseline has one: measure "
                + "by one of them.");
        }

        if (row.Kind == CostGroup.BlockKind || (row.Kind is not null && row.Layer is null))
        {
            throw Invalid(
                $"A row of the {(row.Layer is null ? "kind" : "block")} '{row.Layer ?? row.Kind}' of '{row.Network}' "
                + "came in, and a baseline is made of layers: group the rows by Layer, or by Network for totals "
                + "alone.");
        }

        if (!_entries.TryGetValue(row.Network, out Entry entry))
        {
            _entries.Add(row.Network, entry = new(row.Network));
        }

        if (!entry.TryAdd(row))
        {
            throw Invalid(
                $"'{row.Network}' was measured more than once, and a baseline has one set of figures for a name: keep "
                + "one measurement of it, and give each parameter a single value.");
        }
    }

    /// <summary>The baseline of the rows that came.</summary>
    /// <exception cref="NetworkException">None came, rows of layers were left out on the way, or nothing tells what they
    /// add up to.</exception>
    public Baseline Build()
    {
        return _convention is null
            ? throw Invalid("No row came in; a baseline is made of measured rows, one for each layer.")
            : new(_convention, _entries.Values.Select(entry => entry.Build()));
    }

    private static NetworkException Invalid(string reason) => new(ErrorCode.BaselineInvalid, reason);

    private sealed class Entry(string name)
    {
        private readonly Dictionary<string, CostFigures> _layers = new(StringComparer.Ordinal);
        private BaselineRow? _total;

        /// <summary>Takes a row of this network, unless it is of another measurement than the rows before.</summary>
        public bool TryAdd(BaselineRow row)
        {
            bool isKnown = row.Kind is null ? _total is not null : _layers.ContainsKey(row.Layer!);
            bool isOther = row.Total is not null && _total is not null && _total.Source != row.Source;
            if (isKnown || isOther)
            {
                return false;
            }

            _total ??= row.Kind is null ? row : row.Total;
            if (row.Kind is not null)
            {
                _layers.Add(row.Layer!, row.Figures);
            }

            return true;
        }

        public BaselineNetwork Build()
        {
            if (_total is null)
            {
                throw Invalid(
                    $"Rows of layers that came out of a file or a job do not say what '{name}' costs as a whole: pipe "
                    + "in its row of -GroupBy Network as well.");
            }

            var network = new BaselineNetwork(name, _total.InputShape!, _total.Figures, _layers);
            return network.IsWhole
                ? network
                : throw Invalid(
                    $"The rows of '{name}' do not add up to its total, so some were left out: pipe in all of them.");
        }
    }
}
