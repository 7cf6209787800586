using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Comparing;

/// <summary>One network under several conventions: what each counts, and why it is not what the reference counts.
/// </summary>
public static class ConventionComparison
{
    /// <summary>A row for the reference, then one for each other convention.</summary>
    /// <exception cref="NetworkException">A count left 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static IReadOnlyList<CostDifference> Compare(
        Network network,
        Convention reference,
        IEnumerable<Convention> conventions,
        CancellationToken cancellation = default)
    {
        TermCollector[] collectors = [.. new[] { reference }
            .Concat(conventions)
            .Distinct()
            .Select(convention => new TermCollector(reference, convention))];
        var counted = new HashSet<TermSubject>();
        foreach (Node node in network.Nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Compare(node, reference, collectors, counted);
            }
            catch (OverflowException overflow)
            {
                throw CostCounter.Overflow(network, node, overflow);
            }
        }

        CostRow own = Cost(network, reference, cancellation);
        return [.. collectors.Select(collector => new CostDifference(
            own,
            Cost(network, collector.Convention, cancellation),
            collector.Figure,
            [.. collector.Terms(network)],
            collector.Uncounted.Among(counted)))];
    }

    private static void Compare(
        Node node, Convention reference, TermCollector[] collectors, HashSet<TermSubject> counted)
    {
        var lowering = new Lowering();
        node.Lower(lowering);
        var spot = new LayerSpot(node, lowering);
        LayerPrice own = LayerPrice.Of(node, reference, lowering, default);
        foreach (TermCollector collector in collectors)
        {
            LayerPrice price = LayerPrice.Of(node, collector.Convention, lowering, default);
            collector.Add(spot, own, price);
            counted.UnionWith(Counted(spot, price));
        }
    }

    /// <summary>What the price counts: the layer where it has a price as a whole, else operations of it.</summary>
    private static IEnumerable<TermSubject> Counted(LayerSpot spot, LayerPrice price) => price.Whole is { } whole
        ? IsCounted(whole) ? [spot.Subject] : []
        : Enumerable.Range(0, price.Parts.Count).Where(i => IsCounted(price.Parts[i])).Select(spot.SubjectOf);

    private static bool IsCounted(Price price) => price.Macs is { Value: not 0 } || price.Flops is { Value: not 0 };

    private static CostRow Cost(Network network, Convention convention, CancellationToken cancellation) =>
        CostCounter.Measure(network, new MeasureOptions(convention), cancellation).Single();
}
