namespace FlopsPS.Counting;

/// <summary>What a layer, a block or all layers of a kind cost within a network.</summary>
public sealed class LayerCost : CostRow
{
    internal LayerCost(CostIdentity identity, CostSum sum, NetworkCost total)
        : base(identity, sum)
    {
        Total = total;
    }

    /// <summary>What the whole network costs; for the heading of a table. Not a column.</summary>
    internal NetworkCost Total { get; }
}
