using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Counting;

/// <summary>What a convention says of a layer in its place: one price for all of it, or one for each operation.
/// </summary>
internal readonly struct LayerPrice
{
    private LayerPrice(Price? whole, IReadOnlyList<Price> parts)
    {
        Whole = whole;
        Parts = parts;
    }

    /// <summary>The price of the layer as a whole; null where its operations are priced one by one.</summary>
    public Price? Whole { get; }

    /// <summary>The price of each operation; empty where the layer has a price as a whole, or does not run.</summary>
    public IReadOnlyList<Price> Parts { get; }

    /// <summary>Prices a layer that was lowered.</summary>
    public static LayerPrice Of(Node node, Convention convention, Lowering lowering, Facts facts)
    {
        if (node.IsIdle)
        {
            return new(null, []);
        }

        return convention.PriceOf(node.Call, lowering, facts) is { } whole
            ? new(whole, [])
            : new(null, [.. lowering.Operations.Select(operation => convention.PriceOf(operation, node.Call, facts))]);
    }
}
