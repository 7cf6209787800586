using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Networks;

namespace FlopsPS.Budgets;

/// <summary>The metrics: how people write them, and which conventions have them.</summary>
public static class BudgetMetrics
{
    /// <summary>All of them, in the order of the columns.</summary>
    public static IReadOnlyList<BudgetMetric> All { get; } =
    [
        BudgetMetric.Parameters, BudgetMetric.Buffers, BudgetMetric.Macs, BudgetMetric.Flops, BudgetMetric.Activations,
    ];

    /// <summary>The metrics that a convention defines.</summary>
    public static IEnumerable<BudgetMetric> Of(Convention convention) =>
        All.Where(metric => IsDefined(metric, convention));

    /// <summary>Whether a convention has this figure.</summary>
    public static bool IsDefined(BudgetMetric metric, Convention convention) => metric switch
    {
        BudgetMetric.Macs => convention.DefinesMacs,
        BudgetMetric.Flops => convention.DefinesFlops,
        _ => true,
    };

    /// <summary>Refuses a metric that a convention does not define.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="convention">The convention.</param>
    /// <param name="use">What to do with another metric instead.</param>
    /// <exception cref="NetworkException">The message says which figure and which conventions there are.</exception>
    public static void Require(
        BudgetMetric metric, Convention convention, string use = "set the limit on")
    {
        if (!IsDefined(metric, convention))
        {
            BudgetMetric other = metric == BudgetMetric.Macs ? BudgetMetric.Flops : BudgetMetric.Macs;
            throw new NetworkException(
                ErrorCode.FigureUndefined,
                $"The convention {convention.Name} does not define {Unit(metric)}: {use} {Unit(other)}, or "
                + $"name a convention that has both, as {ConventionCatalog.Default} does.");
        }
    }

    /// <summary>Whether the figure depends on the operations that a convention prices.</summary>
    public static bool IsPriced(BudgetMetric metric) => metric is BudgetMetric.Macs or BudgetMetric.Flops;

    /// <summary>The key of the metric in a budget file and in a baseline.</summary>
    public static string Key(BudgetMetric metric) => metric.ToString().ToLowerInvariant();

    /// <summary>The metric's unit as the field writes it.</summary>
    public static string Unit(BudgetMetric metric) => metric switch
    {
        BudgetMetric.Parameters => "parameters",
        BudgetMetric.Buffers => "buffers",
        BudgetMetric.Macs => "MACs",
        BudgetMetric.Flops => "FLOPs",
        _ => "activations",
    };

    /// <summary>The metric of a unit word in any case, in the singular or the plural, or null.</summary>
    internal static BudgetMetric? FromUnit(string word) => word.ToLowerInvariant() switch
    {
        "parameter" or "parameters" or "param" or "params" => BudgetMetric.Parameters,
        "buffer" or "buffers" => BudgetMetric.Buffers,
        "mac" or "macs" or "madd" or "madds" or "mult-adds" => BudgetMetric.Macs,
        "flop" or "flops" => BudgetMetric.Flops,
        "activation" or "activations" or "act" or "acts" => BudgetMetric.Activations,
        _ => null,
    };
}
