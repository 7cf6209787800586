namespace FlopsPS.Counting;

/// <summary>What a whole network costs.</summary>
public sealed class NetworkCost : CostRow
{
    internal NetworkCost(CostIdentity identity, CostSum sum)
        : base(identity, sum)
    {
    }
}
