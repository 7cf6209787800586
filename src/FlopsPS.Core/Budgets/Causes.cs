using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Budgets;

/// <summary>Names the few layers that matter most.</summary>
internal static class Causes
{
    // As many as a line of a log holds.
    private const int Named = 3;

    /// <summary>Changed layers in the order of how much they matter: those that took the figure where it went first,
    /// then by how much they did.</summary>
    public static IReadOnlyList<ChangedLayer> Sort(BudgetMetric metric, IReadOnlyList<ChangedLayer> changes)
    {
        int direction = Math.Sign(changes.Sum(change => change.Delta(metric)));
        return
        [
            .. changes
                .OrderByDescending(change => Math.Sign(change.Delta(metric)) == direction)
                .ThenByDescending(change => Math.Abs(change.Delta(metric))),
        ];
    }

    /// <summary>The layers that changed a figure.</summary>
    /// <param name="metric">The figure.</param>
    /// <param name="changes">The layers, sorted.</param>
    public static string Of(BudgetMetric metric, IReadOnlyList<ChangedLayer> changes) =>
        Join([.. changes.Select(change => change.Describe(metric))]);

    /// <summary>The layers that contribute most to a figure.</summary>
    public static string Of(BudgetMetric metric, IEnumerable<KeyValuePair<string, CostFigures>> layers)
    {
        return Join([.. layers
            .Where(layer => layer.Value[metric] > 0)
            .OrderByDescending(layer => layer.Value[metric])
            .Select(layer => FormattableString.Invariant($"{layer.Key} {layer.Value[metric]:N0}"))]);
    }

    private static string Join(IReadOnlyList<string> causes)
    {
        // A last one alone is named: "and 1 more" would be no shorter.
        int named = causes.Count == Named + 1 ? causes.Count : Named;
        int more = causes.Count - named;
        return string.Join("; ", causes.Take(named).Concat(more > 0 ? [$"and {more} more"] : []));
    }
}
