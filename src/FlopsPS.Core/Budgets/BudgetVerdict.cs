using System;
using FlopsPS.Counting;

namespace FlopsPS.Budgets;

/// <summary>What came of checking one limit: flat columns, exact, immutable.</summary>
public sealed class BudgetVerdict : ResultRow
{
    internal BudgetVerdict(CostRow row, BudgetMetric metric)
    {
        Network = row.Network;
        Layer = row.Layer;
        Metric = metric.ToString();
        Actual = new CostFigures(row)[metric];
        Convention = row.Convention;
        Coverage = row.Coverage;
        Uncounted = row.Uncounted;
        Path = row.Path;
        Line = row.Line;
    }

    /// <summary>The name of the network.</summary>
    public string Network { get; }

    /// <summary>The path of the block or layer that the limit is on; empty for the network as a whole.</summary>
    public string? Layer { get; }

    /// <summary>The rule as its author wrote it.</summary>
    public string Rule { get; internal init; } = string.Empty;

    /// <summary>What is limited: Parameters, Buffers, Macs, Flops or Activations.</summary>
    public string Metric { get; }

    /// <summary>The most that the figure may be; empty where it refers to a baseline that lacks the network.</summary>
    public long? Limit { get; internal init; }

    /// <summary>The measured figure; empty where nothing of it is counted.</summary>
    public long? Actual { get; }

    /// <summary>The figure of the baseline; empty where there is none.</summary>
    public long? Baseline { get; internal init; }

    /// <summary>By how much the figure is above the limit; empty where it is not.</summary>
    public long? ExceededBy { get; internal init; }

    /// <summary>The same in percent of the limit, rounded up to two decimals; empty also for a limit of 0.</summary>
    public decimal? ExceededPercent => Limit > 0 ? RoundUp((decimal?)ExceededBy * 100 / Limit) : null;

    /// <summary>What becomes of a limit that is exceeded: Off, Warning or Error.</summary>
    public string Severity { get; internal init; } = string.Empty;

    /// <summary>Pass, Skipped, Warn or Fail.</summary>
    public string Outcome { get; internal init; } = string.Empty;

    /// <summary>The layers that changed since the baseline, largest first; without a baseline, those that contribute
    /// most to a figure that is too large.</summary>
    public string? Causes { get; internal init; }

    /// <summary>The convention of the figures.</summary>
    public string Convention { get; }

    /// <summary>The share of operations that are counted, or free by declaration.</summary>
    public double Coverage { get; }

    /// <summary>The operations that the convention does not define; empty when there are none.</summary>
    public string? Uncounted { get; }

    /// <summary>The file and line of the rule; empty for a limit of the call.</summary>
    public string? Source { get; internal init; }

    /// <summary>The file that the network was read from; empty when there was none.</summary>
    public string? Path { get; }

    // Away from zero, so that what is exceeded is never exceeded by 0 %.
    private static decimal? RoundUp(decimal? percent) =>
        percent is { } value ? Math.Sign(value) * Math.Ceiling(Math.Abs(value) * 100) / 100 : null;
}
