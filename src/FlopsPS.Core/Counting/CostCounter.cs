using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Conventions;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Counting;

/// <summary>Walks a network and writes down what it costs under a convention.</summary>
public static class CostCounter
{
    /// <summary>The rows of a network: one for all of it, or one per block, kind or layer, in the order they run.
    /// </summary>
    /// <exception cref="NetworkException">A count left 64 bits, a rule gave no count, or a strict measurement met an
    /// operation without a price.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static IEnumerable<CostRow> Measure(
        Network network, MeasureOptions options, CancellationToken cancellation = default)
    {
        var total = new CostSum();
        var groups = new CostGroups(options);
        var uncounted = new UncountedLayers();
        var lowering = new Lowering();
        foreach (Node node in network.Nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                CostSum cost = CostOf(node, options, lowering);
                total.Add(cost, node.Layer.Kind);
                groups.Add(node, cost);
                uncounted.Add(node, cost);
            }
            catch (OverflowException overflow)
            {
                throw Overflow(network, node, overflow);
            }
            catch (NetworkException error)
            {
                throw error.At(node.Path, node.Position);
            }
        }

        if (options.Strict && uncounted.Any)
        {
            throw uncounted.Error(network, options.Convention);
        }

        var whole = new NetworkCost(CostIdentity.OfNetwork(network, options), total);
        return options.GroupBy == CostGrouping.Network
            ? [whole]
            : groups.All.Select(group => new LayerCost(group.Identify(network, options), group.Sum, whole));
    }

    /// <summary>The error for a count that leaves 64 bits at a node.</summary>
    internal static NetworkException Overflow(Network network, Node node, OverflowException overflow) =>
        new NetworkException(
            ErrorCode.CountOverflow,
            $"the count of '{network.Name}' does not fit into 64 bits",
            overflow).At(node.Path, node.Position);

    private static CostSum CostOf(Node node, MeasureOptions options, Lowering lowering)
    {
        node.Lower(lowering);
        var sum = new CostSum();
        if (!node.IsShared)
        {
            foreach (Weight weight in lowering.Weights.Where(weight => !weight.IsShared))
            {
                sum.Add(weight, node, options.Convention);
            }
        }

        var price = LayerPrice.Of(node, options.Convention, lowering, new Facts(options.Explain));
        if (price.Whole is { } whole)
        {
            sum.Add(lowering.Operations, whole);
        }

        for (int i = 0; i < price.Parts.Count; i++)
        {
            sum.Add(lowering.Operations[i], price.Parts[i]);
        }

        return sum;
    }
}
