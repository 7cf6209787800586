using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Budgets;

/// <summary>Names the few layers that matter most.</summary>
internal static class Causes
{
    // As many as a line of a log holds.
    private const int Named = 3;

    /// <summary>The layers that changed a figure: those that took it where it went first, then by how much they did.
    /// </summary>
    public static string Of(BudgetMetric metric, IEnumerable<ChangedLayer> changes)
    {
        IReadOnlyList<ChangedLayer> all = [.. changes];
        int direction = Math.Sign(all.Sum(change => change.Delta(metric)));
        return Join([.. all
            .OrderByDescending(change => Math.Sign(change.Delta(metric)) == direction)
            .ThenByDescending(change => Math.Abs(change.Delta(metric)))
            .Select(change => change.Describe(metric))]);
    }

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
