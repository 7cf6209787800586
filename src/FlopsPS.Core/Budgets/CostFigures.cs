using System.Collections.Generic;
using FlopsPS.Counting;

namespace FlopsPS.Budgets;

/// <summary>The figures of a layer or a network on which limits can be set; null where a convention has none.</summary>
public readonly record struct CostFigures
{
    /// <summary>The figures of a measured row.</summary>
    public CostFigures(CostRow row)
    {
        Parameters = row.Parameters;
        Buffers = row.Buffers;
        Macs = row.Macs;
        Flops = row.Flops;
        Activations = row.Activations;
    }

    /// <summary>Trainable weights.</summary>
    public long? Parameters { get; init; }

    /// <summary>Stored values that are not trained; null also where a baseline does not know them.</summary>
    public long? Buffers { get; init; }

    /// <summary>Multiply-accumulates.</summary>
    public long? Macs { get; init; }

    /// <summary>Floating-point operations.</summary>
    public long? Flops { get; init; }

    /// <summary>Values that contractions put out.</summary>
    public long? Activations { get; init; }

    /// <summary>The figure of a metric.</summary>
    public long? this[BudgetMetric metric] => metric switch
    {
        BudgetMetric.Parameters => Parameters,
        BudgetMetric.Buffers => Buffers,
        BudgetMetric.Macs => Macs,
        BudgetMetric.Flops => Flops,
        _ => Activations,
    };

    /// <summary>The sum of figures of layers; a figure that all of them lack is null.</summary>
    /// <exception cref="System.OverflowException">It leaves 64 bits.</exception>
    public static CostFigures Sum(IEnumerable<CostFigures> layers)
    {
        var sum = default(CostFigures);
        foreach (CostFigures layer in layers)
        {
            sum = new()
            {
                Parameters = Sum(sum.Parameters, layer.Parameters),
                Buffers = Sum(sum.Buffers, layer.Buffers),
                Macs = Sum(sum.Macs, layer.Macs),
                Flops = Sum(sum.Flops, layer.Flops),
                Activations = Sum(sum.Activations, layer.Activations),
            };
        }

        return sum;
    }

    private static long? Sum(long? a, long? b) => a is null ? b : a + (b ?? 0);
}
