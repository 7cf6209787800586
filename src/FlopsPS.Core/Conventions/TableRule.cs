using System;
using FlopsPS.Numbers;
using FlopsPS.Operations;

namespace FlopsPS.Conventions;

/// <summary>What a table says of a kind of layer or operation: how each figure follows from the facts.</summary>
internal sealed record TableRule(Func<LayerFacts, Amount?>? Macs, Func<LayerFacts, Amount?>? Flops)
{
    /// <summary>Costs nothing, as the tool declares.</summary>
    public static TableRule Free { get; } = new(null, null);

    /// <summary>The operations of a layer that the figures leave out; null where they are complete.</summary>
    public Func<Operation, LayerFacts, bool>? Unseen { get; init; }

    /// <summary>The price by the facts; a rule that has no answer to them leaves it undefined.</summary>
    public Price PriceOf(LayerFacts facts)
    {
        if (ReferenceEquals(this, Free))
        {
            return Price.Free;
        }

        Amount? macs = Macs?.Invoke(facts);
        Amount? flops = Flops?.Invoke(facts);
        return macs is null && flops is null ? Price.NotDefined
            : Unseen is { } unseen ? Price.Counted(macs, flops).Without(operation => unseen(operation, facts))
            : Price.Counted(macs, flops);
    }
}
