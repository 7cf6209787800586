using System.Collections.Generic;
using System.Linq;
using FlopsPS.Counting;

namespace FlopsPS.Budgets;

/// <summary>Holds the figures of one network against limits, and against what they were.</summary>
internal sealed class BudgetJudge
{
    private readonly MeasuredNetwork _network;
    private readonly BaselineNetwork? _before;

    /// <summary>A judge of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="before">What it was; null where that is not known.</param>
    public BudgetJudge(MeasuredNetwork network, BaselineNetwork? before)
    {
        _network = network;
        _before = before;
    }

    /// <summary>A verdict for each limit of a rule, on each part of the network that the rule is about.</summary>
    public IEnumerable<BudgetVerdict> Judge(BudgetRule rule) =>
        from row in _network.Matching(rule.Layers)
        from limit in rule.Limits
        select Judge(rule, limit, row);

    /// <summary>The verdict on a figure that no layer may change, up or down.</summary>
    public BudgetVerdict JudgeLock(BudgetMetric metric)
    {
        CostRow row = _network.Total;
        long? actual = new CostFigures(row)[metric];
        long? before = _before?.Total[metric];
        IReadOnlyList<ChangedLayer> changes = Causes.Sort(
            metric, [.. ChangesOf(row).Where(change => change.IsStructural || change.Delta(metric) != 0)]);
        bool isMet = _before is not null && actual == before && changes.Count == 0;
        return new(row, metric)
        {
            Rule = "equal to the baseline",
            Limit = before,
            Baseline = before,
            ExceededBy = isMet ? null : actual - before,
            Severity = nameof(BudgetSeverity.Error),
            Outcome = (IsUnknown(metric)
                ? BudgetOutcome.Warn
                : OutcomeOf(BudgetSeverity.Error, isMet, IsLowerBound(row, metric))).ToString(),
            Causes = CausesOf(row, metric, changes, before, isMet),
            Line = LineOf(row, changes),
        };
    }

    private BudgetVerdict Judge(BudgetRule rule, KeyValuePair<BudgetMetric, Limit> limit, CostRow row)
    {
        BudgetMetric metric = limit.Key;
        long? actual = new CostFigures(row)[metric];
        long? before = BaselineOf(row)?[metric];
        long? most = limit.Value.Of(before);
        bool isMet = actual <= most;
        IReadOnlyList<ChangedLayer> changes = Causes.Sort(
            metric, [.. ChangesOf(row).Where(change => change.Delta(metric) != 0)]);
        return new(row, metric)
        {
            Rule = rule.Describe(limit),
            Limit = most,
            Baseline = before,
            ExceededBy = isMet ? null : actual - most,
            Severity = rule.Severity.ToString(),
            Outcome = OutcomeOf(rule.Severity, isMet, IsLowerBound(row, metric)).ToString(),
            Causes = CausesOf(row, metric, changes, most, isMet),
            Line = LineOf(row, changes),
            Source = rule.Source,
        };
    }

    // Where the author of a change looks: the layer that matters most, as long as there is one.
    private int LineOf(CostRow row, IReadOnlyList<ChangedLayer> changes) => changes.Count == 0
        ? row.Line
        : _network.Layers.FirstOrDefault(layer => layer.Layer == changes[0].NewPath)?.Line ?? row.Line;

    private static BudgetOutcome OutcomeOf(BudgetSeverity severity, bool isMet, bool isLowerBound)
    {
        return severity == BudgetSeverity.Off ? BudgetOutcome.Skipped
            : isMet && !isLowerBound ? BudgetOutcome.Pass
            : isMet || severity == BudgetSeverity.Warning ? BudgetOutcome.Warn
            : BudgetOutcome.Fail;
    }

    // A lock on buffers is no reason to fail what passed before baselines had them.
    private bool IsUnknown(BudgetMetric metric) =>
        metric == BudgetMetric.Buffers && _before is { KnowsBuffers: false };

    // What is not counted may be anything, so the figure is within the limit only as far as it goes.
    private static bool IsLowerBound(CostRow row, BudgetMetric metric) =>
        BudgetMetrics.IsPriced(metric) && row.Uncounted is not null;

    private string? CausesOf(
        CostRow row, BudgetMetric metric, IReadOnlyList<ChangedLayer> changes, long? limit, bool isMet)
    {
        string text = string.Join("; ", new[]
        {
            limit is null ? NoBaseline(row, metric) : null,
            changes.Count > 0 && _before!.InputShape != _network.Total.InputShape
                ? $"input {_before.InputShape} -> {_network.Total.InputShape}"
                : null,
            changes.Count > 0 ? Causes.Of(metric, changes)
                : isMet || limit is null ? null
                : Causes.Of(metric, LayersOf(row)),
            IsLowerBound(row, metric) ? $"a lower bound: {row.Uncounted} not counted" : null,
        }.Where(part => !string.IsNullOrEmpty(part)));
        return text.Length == 0 ? null : text;
    }

    private string NoBaseline(CostRow row, BudgetMetric metric) => _before is null
        ? "not in the baseline; write the baseline anew"
        : BaselineOf(row) is null
            ? "the baseline has totals only; write it anew from rows of layers"
            : $"the baseline has no {BudgetMetrics.Unit(metric)} of it; write it anew to compare them";

    private CostFigures? BaselineOf(CostRow row) => _before is null || (row.Layer is not null && !_before.HasLayers)
        ? null
        : _before.Of(row.Layer);

    private IReadOnlyList<ChangedLayer> ChangesOf(CostRow row) => _before is { HasLayers: true }
        ? ChangedLayers.Between(_before.Within(row.Layer), LayersOf(row).Select(Comparable))
        : [];

    // With the figures that the baseline has: a layer is the same by those.
    private KeyValuePair<string, CostFigures> Comparable(KeyValuePair<string, CostFigures> layer) =>
        _before is { KnowsBuffers: false } ? new(layer.Key, layer.Value with { Buffers = null }) : layer;

    private IEnumerable<KeyValuePair<string, CostFigures>> LayersOf(CostRow row) => _network.Layers
        .Where(layer => LayerPath.IsWithin(layer.Layer!, row.Layer))
        .Select(layer => new KeyValuePair<string, CostFigures>(layer.Layer!, new(layer)));
}
