using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Budgets;
using FlopsPS.Comparing;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Pictures;

/// <summary>A network measured under one convention, with all that a picture of it shows.</summary>
public sealed class NetworkPicture
{
    /// <summary>What to do with another metric where a convention does not define the one.</summary>
    internal const string Remedy = "show";

    private NetworkPicture(
        Network network, string title, Convention convention, BudgetMetric metric, NetworkCost total, CostBranch root)
    {
        Network = network;
        Title = title;
        Metric = metric;
        Total = total;
        Root = root;
        Convention = convention;
    }

    /// <summary>The name of the network, with the values of a sweep: resnet50 width=64.</summary>
    public string Title { get; }

    /// <summary>The operations that the convention does not define, by name; null when there are none.</summary>
    public string? Uncounted => Total.Uncounted;

    internal Network Network { get; }

    /// <summary>What widths show.</summary>
    internal BudgetMetric Metric { get; }

    /// <summary>What to call it.</summary>
    internal string Unit => BudgetMetrics.Unit(Metric);

    /// <summary>What figures follow.</summary>
    internal Convention Convention { get; }

    internal NetworkCost Total { get; }

    /// <summary>The hierarchy.</summary>
    internal CostBranch Root { get; }

    /// <summary>The layers in the order they run.</summary>
    internal IReadOnlyList<CostBranch> Layers { get; private init; } = [];

    /// <summary>The families that its layers belong to, with their names and what they cost together.</summary>
    internal IEnumerable<(LayerFamily Family, string Name, long Cost)> Families => LayerFamilies.Names
        .Select(entry => (entry.Family, entry.Name, Layers: Layers.Where(layer => layer.Family == entry.Family)))
        .Where(entry => entry.Layers.Any())
        .Select(entry => (entry.Family, entry.Name, entry.Layers.Sum(layer => layer.Own)));

    /// <summary>Measures a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="convention">The convention that the figures follow.</param>
    /// <param name="metric">What widths show; FLOPs when null, or multiply-accumulates where the convention has none.
    /// </param>
    /// <param name="variant">What tells the network from others of its name.</param>
    /// <param name="cancellation">The caller may give up.</param>
    /// <exception cref="NetworkException">A count left 64 bits, or the convention does not define the metric.
    /// </exception>
    public static NetworkPicture Of(
        Network network,
        Convention convention,
        BudgetMetric? metric = null,
        string variant = "",
        CancellationToken cancellation = default)
    {
        BudgetMetric shown = metric ?? (convention.DefinesFlops ? BudgetMetric.Flops : BudgetMetric.Macs);
        BudgetMetrics.Require(shown, convention, Remedy);
        string title = $"{network.Name} {variant}".TrimEnd();
        var options = new MeasureOptions(convention) { GroupBy = CostGrouping.Layer, Explain = true };
        var tree = new CostTree(title);
        var lowering = new Lowering();
        IEnumerable<LayerCost> rows = CostCounter.Measure(network, options, cancellation).Cast<LayerCost>();
        CostBranch[] layers = [.. rows.Zip(network.Nodes, (row, node) =>
        {
            node.Lower(lowering);
            CostBranch branch = tree.At(node.Path);
            branch.Hold(row, LayerFamilies.Of(node, lowering), new CostFigures(row)[shown] ?? 0);
            return branch;
        })];
        NetworkCost total = layers.FirstOrDefault()?.Layer!.Total
            ?? (NetworkCost)CostCounter.Measure(network, new MeasureOptions(convention), cancellation).Single();
        return new(network, title, convention, shown, total, tree.Root) { Layers = layers };
    }

    /// <summary>What each convention says of the network, and why it is not what this one says.</summary>
    internal IReadOnlyList<CostDifference> Compare(CancellationToken cancellation) =>
        ConventionComparison.Compare(Network, Convention, ConventionCatalog.All, cancellation);

    /// <summary>What is shown, in one line: FLOPs by convention exact, 23,004,699,136 in all.</summary>
    internal string Caption => FormattableString.Invariant(
        $"{Unit} by convention {Convention.Name}, {Root.Total:N0} in all{Shortfall}");

    private string Shortfall => Uncounted is null || !BudgetMetrics.IsPriced(Metric)
        ? string.Empty
        : $" but for what it does not count: {Uncounted}";
}
