namespace FlopsPS.Counting;

/// <summary>What a row stands for.</summary>
public enum CostGrouping
{
    /// <summary>The whole network.</summary>
    Network,

    /// <summary>A block: the layers whose paths share their first segments.</summary>
    Block,

    /// <summary>All layers of one kind.</summary>
    Kind,

    /// <summary>A single layer.</summary>
    Layer,
}
