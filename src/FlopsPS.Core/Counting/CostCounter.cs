using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Conventions;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Operations;

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
                throw new NetworkException(
                    ErrorCode.CountOverflow,
                    $"the count of '{network.Name}' does not fit into 64 bits",
                    overflow).At(node.Path, node.Position);
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

    private static CostSum CostOf(Node node, MeasureOptions options, Lowering lowering)
    {
        lowering.Clear();
        node.Layer.Definition.Lower(node.Call, lowering);
        var sum = new CostSum();
        foreach (Weight weight in lowering.Weights)
        {
            sum.Add(weight, node, options.Convention);
        }

        if (node.IsIdle)
        {
            return sum;
        }

        var facts = new Facts(options.Explain);
        if (options.Convention.PriceOf(node.Call, lowering, facts) is { } price)
        {
            sum.Add(lowering.Operations, price);
            return sum;
        }

        foreach (Operation operation in lowering.Operations)
        {
            sum.Add(operation, options.Convention.PriceOf(operation, node.Call, facts));
        }

        return sum;
    }
}
