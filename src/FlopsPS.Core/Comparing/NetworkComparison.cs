using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Comparing;

/// <summary>Two networks, or two revisions of one, under a convention: what became of each layer.</summary>
public static class NetworkComparison
{
    /// <summary>A row for all layers together, then one for each that was added, removed or changed, in the order in
    /// which they run.</summary>
    /// <param name="reference">The network that is compared with.</param>
    /// <param name="difference">The network that is compared.</param>
    /// <param name="convention">What both are counted by.</param>
    /// <param name="includeEqual">Whether layers that are the same have rows as well.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NetworkException">A count left 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static IEnumerable<LayerDifference> Compare(
        Network reference,
        Network difference,
        Convention convention,
        bool includeEqual,
        CancellationToken cancellation = default)
    {
        IReadOnlyList<CostRow> before = Costs(reference, CostGrouping.Layer);
        IReadOnlyList<CostRow> after = Costs(difference, CostGrouping.Layer);
        var networks = (reference, difference);
        string layers = string.Format(
            CultureInfo.InvariantCulture, "{0} -> {1} layers", reference.Nodes.Count, difference.Nodes.Count);
        yield return new(
            networks,
            (Costs(reference, CostGrouping.Network)[0], Costs(difference, CostGrouping.Network)[0]),
            LayerChange.Total,
            layers);

        bool areStrangers = LayerAlignment.AreStrangers(reference, difference);
        (int? First, int? Second)[] places = [.. LayerAlignment.Of(reference, difference, cancellation)];
        Dictionary<Node, Node> partners = places
            .Where(place => place is { First: not null, Second: not null })
            .ToDictionary(
                place => reference.Nodes[place.First!.Value], place => difference.Nodes[place.Second!.Value]);
        foreach ((int? first, int? second) in places)
        {
            cancellation.ThrowIfCancellationRequested();
            (Node Node, CostRow Cost)? old = first is { } i ? (reference.Nodes[i], before[i]) : null;
            (Node Node, CostRow Cost)? own = second is { } j ? (difference.Nodes[j], after[j]) : null;
            var pair = new LayerPair(old, own, areStrangers)
            {
                FoldedInto = own is null && areStrangers ? FoldedInto(reference.Nodes[first!.Value], partners) : null,
            };
            if (includeEqual || pair.Change != LayerChange.Equal)
            {
                yield return new(networks, (old?.Cost, own?.Cost), pair.Change, pair.What);
            }
        }

        IReadOnlyList<CostRow> Costs(Network network, CostGrouping grouping) =>
            [.. CostCounter.Measure(network, new MeasureOptions(convention) { GroupBy = grouping }, cancellation)];
    }

    // Exporters multiply a batch normalisation into the weights of the layer before it, which then has a bias.
    private static string? FoldedInto(Node node, Dictionary<Node, Node> partners)
    {
        return node.Layer.Kind == "batchnorm"
            && node.Inputs[0].Producer is { } before
            && partners.TryGetValue(before, out Node? after)
            && Weighs(after, "weight") && Weighs(after, "bias")
                ? after.Path
                : null;
    }

    private static bool Weighs(Node node, string name)
    {
        var lowering = new Lowering();
        node.Lower(lowering);
        return lowering.Weights.Any(weight => weight.Name == name);
    }
}
