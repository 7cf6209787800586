using FlopsPS.Conventions;

namespace FlopsPS.Counting;

/// <summary>How a network is to be measured.</summary>
public sealed class MeasureOptions
{
    /// <summary>Measures under a convention, one row for the network.</summary>
    public MeasureOptions(Convention convention) => Convention = convention;

    /// <summary>The convention.</summary>
    public Convention Convention { get; }

    /// <summary>What a row stands for.</summary>
    public CostGrouping GroupBy { get; init; } = CostGrouping.Network;

    /// <summary>For <see cref="CostGrouping.Block"/>: how many segments of the path name a block.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Whether rows carry the formula of their figures.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether an uncounted operation is an error.</summary>
    public bool Strict { get; init; }
}
