using System;
using System.Collections.Generic;
using FlopsPS.Networks;

namespace FlopsPS.Counting;

/// <summary>The groups of a measurement, in the order in which their first layers run.</summary>
internal sealed class CostGroups
{
    private readonly MeasureOptions _options;
    private readonly List<CostGroup> _all = [];
    private readonly Dictionary<string, CostGroup> _byKey = new(StringComparer.Ordinal);

    public CostGroups(MeasureOptions options) => _options = options;

    public IEnumerable<CostGroup> All => _all;

    public void Add(Node node, CostSum cost)
    {
        if (_options.GroupBy == CostGrouping.Network)
        {
            return;
        }

        if (_options.GroupBy == CostGrouping.Layer)
        {
            _all.Add(new CostGroup(node, cost));
            return;
        }

        string key = CostGroup.KeyOf(node, _options);
        if (!_byKey.TryGetValue(key, out CostGroup? group))
        {
            group = new CostGroup(node, new CostSum());
            _byKey.Add(key, group);
            _all.Add(group);
        }

        group.Add(node, cost);
    }
}
