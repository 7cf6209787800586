using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Budgets;
using FlopsPS.Counting;
using FlopsPS.Networks;
using static FlopsPS.Core.Tests.Budgets.Budgeted;

namespace FlopsPS.Core.Tests.Budgets;

/// <summary>Under a lock no layer may change, up or down, come or go.</summary>
public class LockTests
{
    private static readonly Network s_before = Net(("a", 20), ("b/x", 30), ("r", 0));

    [Fact]
    public void The_same_network_passes_in_every_figure()
    {
        IReadOnlyList<BudgetVerdict> verdicts = Lock(s_before, Baseline(s_before));

        Assert.Equal(
            ["Parameters", "Buffers", "Macs", "Flops", "Activations"], verdicts.Select(verdict => verdict.Metric));
        Assert.All(verdicts, verdict => Assert.Equal(("Pass", "equal to the baseline", null), (
            verdict.Outcome, verdict.Rule, verdict.Causes)));
        Assert.All(verdicts, verdict => Assert.Equal((verdict.Limit, null), (verdict.Baseline, verdict.ExceededBy)));
    }

    [Fact]
    public void A_decrease_fails_too()
    {
        // b/x: 20*29 = 580, before 20*30 = 600. In all 780, before 800.
        BudgetVerdict verdict = Macs(Net(("a", 20), ("b/x", 29), ("r", 0)));

        Assert.Equal(("Fail", 800L, 780L, -20L, -2.5m, "b/x -20"), (
            verdict.Outcome,
            verdict.Limit,
            verdict.Actual,
            verdict.ExceededBy,
            verdict.ExceededPercent,
            verdict.Causes));
    }

    [Fact]
    public void Equal_totals_do_not_hide_a_change()
    {
        // a: 10*40 = 400, +200; b/x: 40*10 = 400, -200.
        BudgetVerdict verdict = Macs(Net(("a", 40), ("b/x", 10), ("r", 0)));

        Assert.Equal(("Fail", 0L, "a +200; b/x -200"), (verdict.Outcome, verdict.ExceededBy, verdict.Causes));
    }

    [Fact]
    public void A_figure_that_did_not_change_passes_beside_one_that_did()
    {
        // One more bias would change parameters alone; here only the batch does, which changes all but what is stored.
        IReadOnlyList<BudgetVerdict> verdicts = Lock(
            Net(2, ("a", 20), ("b/x", 30), ("r", 0)), Baseline(s_before));

        Assert.Equal(["Pass", "Pass", "Fail", "Fail", "Fail"], verdicts.Select(verdict => verdict.Outcome));
    }

    [Fact]
    public void Buffers_may_not_change_either()
    {
        // 3 channels have 3 means and 3 variances.
        Network Normalised(bool isTracked) =>
            Nets.Chain(Nets.Shape(1, 3, 4, 4), Nets.Layer("instancenorm", ("track", isTracked)));
        IReadOnlyList<BudgetVerdict> verdicts = Lock(Normalised(true), Baseline(Normalised(false)));
        BudgetVerdict buffers = Of(BudgetMetric.Buffers, verdicts);

        Assert.Equal(["Pass", "Fail", "Pass", "Pass", "Pass"], verdicts.Select(verdict => verdict.Outcome));
        Assert.Equal((0L, 6L, "instancenorm +6"), (buffers.Limit, buffers.Actual, buffers.Causes));
    }

    [Fact]
    public void A_baseline_without_buffers_says_so_and_fails_nothing()
    {
        Network network = Nets.Chain(Nets.Shape(1, 3, 4, 4), Nets.Layer("batchnorm"));
        Baseline baseline = Baseline(network);
        BaselineNetwork known = baseline.Find("net")!;
        var old = new Baseline("exact", [new(
            known.Name,
            known.InputShape,
            known.Total with { Buffers = null },
            known.Layers.ToDictionary(layer => layer.Key, layer => layer.Value with { Buffers = null }))]);

        IReadOnlyList<BudgetVerdict> verdicts = Lock(network, old);

        Assert.Equal(["Pass", "Warn", "Pass", "Pass", "Pass"], verdicts.Select(verdict => verdict.Outcome));
        Assert.Equal(
            "the baseline has no buffers of it; write it anew to compare them",
            Of(BudgetMetric.Buffers, verdicts).Causes);
    }

    [Fact]
    public void Layers_that_come_go_or_move_are_named_whatever_they_cost()
    {
        Assert.Equal("s (new)", Macs(Net(("a", 20), ("b/x", 30), ("r", 0), ("s", 0))).Causes);
        Assert.Equal("r (gone)", Macs(Net(("a", 20), ("b/x", 30))).Causes);
        Assert.Equal("b/x (now c/x)", Macs(Net(("a", 20), ("c/x", 30), ("r", 0))).Causes);
        Assert.Equal("c +90 (new)", Macs(Net(("a", 20), ("b/x", 30), ("r", 0), ("c", 3))).Causes); // 30*3
    }

    [Fact]
    public void A_limit_does_not_mind_a_layer_that_moved() => Assert.Equal(
        ("Pass", null),
        Check(Net(("a", 20), ("c/x", 30), ("r", 0)), Baseline(s_before), Rule("+0%"))
            .Select(verdict => (verdict.Outcome, verdict.Causes)).Single());

    [Theory]
    [InlineData(
        "fc 10, fc2 20, fc3 30",
        "fc 7, fc2 10, fc3 20, fc4 30",
        "fc (now fc2); fc2 (now fc3); fc3 (now fc4); fc +7 (new)")]
    [InlineData("fc 10, fc2 20, fc3 30", "fc 20, fc2 30", "fc2 (now fc); fc3 (now fc2); fc -10 (gone)")]
    [InlineData("fc 10, fc2 20", "fc 20, fc2 10", "fc +10; fc2 -10")] // the same names: two changes
    [InlineData("fc 10, fc2 20", "fc 12, fc2 20, fc3 5", "fc +2; fc3 +5 (new)")]
    [InlineData("b/0/fc 10, b/1/fc 20", "b/0/fc 10, b/1/fc 20, b/2/fc 30", "b/2/fc +30 (new)")]
    [InlineData("a 10, b 10", "c 10, d 10, e 10", "a (now c); b (now d); e +10 (new)")]
    [InlineData("a 10", "a 10", "")]
    public void One_more_layer_of_a_name_renumbers_the_rest_and_is_the_only_one_that_is_new(
        string before, string after, string changes) => Assert.Equal(
        changes,
        string.Join("; ", ChangedLayers.Between(Parse(before), Parse(after))
            .Select(change => change.Describe(BudgetMetric.Macs))));

    [Fact]
    public void A_network_that_the_baseline_lacks_fails() => Assert.All(
        Lock(s_before, new Baseline("exact", [])),
        verdict => Assert.Equal(("Fail", "not in the baseline; write the baseline anew"), (
            verdict.Outcome, verdict.Causes)));

    [Fact]
    public void Totals_alone_lock_the_total()
    {
        Baseline totals = Baseline(s_before, CostGrouping.Network);

        Assert.All(Lock(s_before, totals), verdict => Assert.Equal("Pass", verdict.Outcome));
        Assert.Equal(
            ["Fail", "Pass", "Fail", "Fail", "Fail"],
            Lock(Net(("a", 21)), totals).Select(verdict => verdict.Outcome));
    }

    private static BudgetVerdict Macs(Network after) => Of(BudgetMetric.Macs, Lock(after, Baseline(s_before)));

    private static BudgetVerdict Of(BudgetMetric metric, IEnumerable<BudgetVerdict> verdicts) =>
        verdicts.Single(verdict => verdict.Metric == metric.ToString());

    private static IEnumerable<KeyValuePair<string, CostFigures>> Parse(string layers) => layers.Split(", ")
        .Select(layer => layer.Split(' '))
        .Select(layer => KeyValuePair.Create(
            layer[0], new CostFigures { Macs = long.Parse(layer[1], CultureInfo.InvariantCulture) }));
}
