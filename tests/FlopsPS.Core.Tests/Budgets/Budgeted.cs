using System.Collections.Generic;
using System.Linq;
using FlopsPS.Budgets;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using static FlopsPS.Core.Tests.Nets;

namespace FlopsPS.Core.Tests.Budgets;

/// <summary>Short ways to make networks, baselines and verdicts.</summary>
internal static class Budgeted
{
    /// <summary>Linear layers without bias, one behind the other, behind 10 features: one of i inputs and o outputs has
    /// i*o parameters, i*o MACs, (2i - 1)*o exact FLOPs and o activations.</summary>
    public static Network Net(params (string Path, int Out)[] layers) => Net(1, layers);

    public static Network Net(long batch, params (string Path, int Out)[] layers)
    {
        var builder = new NetworkBuilder();
        IReadOnlyList<Tensor> current = [builder.AddInput("input", Shape(batch, 10))];
        foreach ((string path, int size) in layers)
        {
            var layer = size == 0 ? Layer("relu") : Layer("linear", ("out", size), ("bias", false));
            current = builder.Add(path, layer, current).Outputs;
        }

        return builder.Build("net", current);
    }

    public static Baseline Baseline(
        Network network, CostGrouping grouping = CostGrouping.Layer, string convention = "exact")
    {
        var builder = new BaselineBuilder();
        foreach (CostRow row in Rows(network, convention, grouping))
        {
            builder.Add(new(row));
        }

        return builder.Build();
    }

    public static BudgetRule Rule(string limit, BudgetMetric metric = BudgetMetric.Macs, params string[] layers) =>
        new()
        {
            Layers = [.. layers.Select(pattern => new PathPattern(pattern))],
            Limits = [new(metric, Limit.Parse(limit, metric))],
        };

    public static IReadOnlyList<BudgetVerdict> Check(
        Network network, Baseline? baseline, params IReadOnlyList<BudgetRule> rules) =>
        [.. new BudgetCheck(rules, ConventionCatalog.Get("exact"), baseline).Check(network)];

    /// <summary>The verdicts that nothing changed, one per metric.</summary>
    public static IReadOnlyList<BudgetVerdict> Lock(Network network, Baseline baseline) =>
    [
        .. new BudgetCheck([], ConventionCatalog.Get(baseline.Convention), baseline) { IsLocked = true }.Check(network),
    ];
}
