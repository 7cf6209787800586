using System;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What a table says of a kind of layer or operation: how each figure follows from the facts.</summary>
internal sealed class TableRule
{
    public TableRule(Func<LayerFacts, Amount?>? macs, Func<LayerFacts, Amount?>? flops)
    {
        Macs = macs;
        Flops = flops;
    }

    /// <summary>Costs nothing, as the tool declares.</summary>
    public static TableRule Free { get; } = new(null, null);

    public Func<LayerFacts, Amount?>? Macs { get; }

    public Func<LayerFacts, Amount?>? Flops { get; }

    /// <summary>The price by the facts; a rule that has no answer to them leaves it undefined.</summary>
    public Price PriceOf(LayerFacts facts)
    {
        if (ReferenceEquals(this, Free))
        {
            return Price.Free;
        }

        Amount? macs = Macs?.Invoke(facts);
        Amount? flops = Flops?.Invoke(facts);
        return macs is null && flops is null ? Price.NotDefined : Price.Counted(macs, flops);
    }
}
