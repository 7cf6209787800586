using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Budgets;

/// <summary>The rows of a network that rules ask for, measured when one first does.</summary>
internal sealed class MeasuredNetwork
{
    private readonly Network _network;
    private readonly Convention _convention;
    private readonly CancellationToken _cancellation;
    private readonly Lazy<CostRow> _total;
    private readonly Lazy<IReadOnlyList<CostRow>> _layers;
    private readonly Dictionary<int, IReadOnlyList<CostRow>> _byDepth = [];

    public MeasuredNetwork(Network network, Convention convention, CancellationToken cancellation)
    {
        _network = network;
        _convention = convention;
        _cancellation = cancellation;
        _total = new(() => Measure(CostGrouping.Network).Single());
        _layers = new(() => [.. Measure(CostGrouping.Layer)]);
    }

    public CostRow Total => _total.Value;

    /// <summary>The layers in the order they run.</summary>
    public IReadOnlyList<CostRow> Layers => _layers.Value;

    /// <summary>The network as a whole, or the blocks and layers that one of the patterns matches.</summary>
    public IEnumerable<CostRow> Matching(IReadOnlyList<PathPattern> patterns) => patterns.Count == 0
        ? [Total]
        : patterns.SelectMany(Matching).Distinct();

    private IEnumerable<CostRow> Matching(PathPattern pattern) =>
        RowsAt(pattern.Depth!.Value).Where(row => pattern.IsMatch(row.Layer!));

    /// <summary>The blocks and layers whose paths have so many segments; a block stands for all in it.</summary>
    private IReadOnlyList<CostRow> RowsAt(int depth)
    {
        if (!_byDepth.TryGetValue(depth, out IReadOnlyList<CostRow> rows))
        {
            rows = [.. Measure(CostGrouping.Block, depth).Where(row => LayerPath.Depth(row.Layer!) == depth)];
            _byDepth.Add(depth, rows);
        }

        return rows;
    }

    private IEnumerable<CostRow> Measure(CostGrouping grouping, int depth = 1) => CostCounter.Measure(
        _network, new MeasureOptions(_convention) { GroupBy = grouping, Depth = depth }, _cancellation);
}
