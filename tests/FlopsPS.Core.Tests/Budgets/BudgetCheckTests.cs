using System.Linq;
using FlopsPS.Budgets;
using FlopsPS.Conventions;
using FlopsPS.Networks;
using static FlopsPS.Core.Tests.Budgets.Budgeted;
using static FlopsPS.Core.Tests.Nets;

namespace FlopsPS.Core.Tests.Budgets;

public class BudgetCheckTests
{
    // a: 10*20 = 200; b/x: 20*30 = 600; b/y: 30*5 = 150; c: 5*2 = 10. In all 960.
    private static readonly Network s_net = Net(("a", 20), ("b/x", 30), ("b/y", 5), ("c", 2));

    [Theory]
    [InlineData("960", "Pass", null, null)]
    [InlineData("1k", "Pass", null, null)]
    [InlineData("959", "Fail", 1L, 0.11)] // 1/959 = 0.1043 %, rounded up
    [InlineData("600", "Fail", 360L, 60.0)]
    [InlineData("0", "Fail", 960L, null)]
    public void A_figure_may_be_as_large_as_its_limit(string limit, string outcome, long? by, double? percent)
    {
        BudgetVerdict verdict = Check(s_net, null, Rule(limit)).Single();

        Assert.Equal((outcome, 960L, by), (verdict.Outcome, verdict.Actual, verdict.ExceededBy));
        Assert.Equal((decimal?)percent, verdict.ExceededPercent);
    }

    [Fact]
    public void A_verdict_says_what_was_checked_by_which_rule()
    {
        BudgetVerdict verdict = Check(s_net, null, Rule("500", BudgetMetric.Macs, "b")).Single();

        Assert.Equal(("net", "b", "Macs", 500L, 750L), (
            verdict.Network, verdict.Layer, verdict.Metric, verdict.Limit, verdict.Actual));
        Assert.Equal(("layers: b, macs: 500", "Error", "exact", 1.0, null, null, null), (
            verdict.Rule,
            verdict.Severity,
            verdict.Convention,
            verdict.Coverage,
            verdict.Uncounted,
            verdict.Source,
            verdict.Baseline));
    }

    [Theory]
    [InlineData(BudgetMetric.Parameters, 960)]
    [InlineData(BudgetMetric.Macs, 960)]
    [InlineData(BudgetMetric.Flops, (19 * 20) + (39 * 30) + (59 * 5) + (9 * 2))]
    [InlineData(BudgetMetric.Activations, 20 + 30 + 5 + 2)]
    public void Every_metric_can_be_limited(BudgetMetric metric, long figure)
    {
        Assert.Equal((figure, "Pass"), Result(figure));
        Assert.Equal((figure, "Fail"), Result(figure - 1));

        (long?, string) Result(long limit)
        {
            BudgetVerdict verdict = Check(s_net, null, Rule($"{limit}", metric)).Single();
            return (verdict.Actual, verdict.Outcome);
        }
    }

    [Theory]
    [InlineData(BudgetSeverity.Error, "959", "Fail")]
    [InlineData(BudgetSeverity.Warning, "959", "Warn")]
    [InlineData(BudgetSeverity.Off, "959", "Skipped")]
    [InlineData(BudgetSeverity.Error, "960", "Pass")]
    [InlineData(BudgetSeverity.Warning, "960", "Pass")]
    [InlineData(BudgetSeverity.Off, "960", "Skipped")]
    public void The_severity_says_what_becomes_of_it(BudgetSeverity severity, string limit, string outcome)
    {
        var rule = new BudgetRule { Limits = Rule(limit).Limits, Severity = severity };

        Assert.Equal(outcome, Check(s_net, null, rule).Single().Outcome);
    }

    [Theory]
    [InlineData("a", "a 200")]
    [InlineData("b", "b 750")]
    [InlineData("B", "b 750")]
    [InlineData("*", "a 200, b 750, c 10")]
    [InlineData("b/*", "b/x 600, b/y 150")]
    [InlineData("*/x", "b/x 600")]
    [InlineData("?/?", "b/x 600, b/y 150")]
    [InlineData("d", "")]
    [InlineData("a/*", "")]
    [InlineData("b/*/*", "")]
    public void A_pattern_of_layers_checks_each_block_or_layer_at_its_depth(string pattern, string expected) =>
        Assert.Equal(expected, string.Join(", ", Check(s_net, null, Rule("1M", BudgetMetric.Macs, pattern))
            .Select(verdict => $"{verdict.Layer} {verdict.Actual}")));

    [Fact]
    public void What_two_patterns_match_is_checked_once() =>
        Assert.Equal(3, Check(s_net, null, Rule("1M", BudgetMetric.Macs, "*", "b", "?")).Count);

    [Theory]
    [InlineData("net", null, null, true)]
    [InlineData("NE?", null, null, true)]
    [InlineData("other", null, null, false)]
    [InlineData(null, "nets/*.yaml", "/repo/nets/a.yaml", true)]
    [InlineData(null, "*.yaml", "/repo/nets/a.yaml", false)]
    [InlineData(null, "../*.yaml", "/a.yaml", true)]
    [InlineData(null, "**", null, false)]
    [InlineData("net", "**", "/repo/a.yaml", true)]
    [InlineData("other", "**", "/repo/a.yaml", false)]
    public void A_rule_is_about_the_networks_that_its_patterns_match(
        string? networks, string? files, string? path, bool isAbout)
    {
        Network network = path is null ? s_net : At(path);
        var rule = new BudgetRule
        {
            Folder = "/repo",
            Files = files is null ? [] : [new PathPattern(files)],
            Networks = networks is null ? [] : [new PathPattern(networks)],
            Limits = Rule("1").Limits,
        };
        var check = new BudgetCheck([rule], ConventionCatalog.Get("exact"), null);

        Assert.Equal(isAbout ? 1 : 0, check.Check(network).Count());
        Assert.Equal(isAbout ? [] : [rule], check.Unused);
    }

    [Fact]
    public void A_rule_that_no_layer_is_a_case_of_is_unused()
    {
        BudgetRule[] rules = [Rule("1M", BudgetMetric.Macs, "a"), Rule("1M", BudgetMetric.Macs, "d")];
        var check = new BudgetCheck(rules, ConventionCatalog.Get("exact"), null);

        Assert.Single(check.Check(s_net));
        Assert.Equal([rules[1]], check.Unused);
    }

    [Theory]
    [InlineData("500", "b/x 600; a 200; b/y 150; c 10")] // the fourth alone is named too
    public void Without_a_baseline_the_causes_are_the_largest_contributors(string limit, string causes) =>
        Assert.Equal(causes, Check(s_net, null, Rule(limit)).Single().Causes);

    [Fact]
    public void More_than_a_few_causes_are_counted()
    {
        // 10*9 + 9*8 + 8*7 + 7*6 + 6*5 = 90 + 72 + 56 + 42 + 30
        Network network = Net(("a", 9), ("b", 8), ("c", 7), ("d", 6), ("e", 5));

        Assert.Equal("a 90; b 72; c 56; and 2 more", Check(network, null, Rule("1")).Single().Causes);
    }

    [Fact]
    public void A_layer_that_costs_nothing_is_no_cause() =>
        Assert.Equal("a 30", Check(Net(("a", 3), ("r", 0)), null, Rule("1")).Single().Causes); // 10*3

    [Fact]
    public void One_of_several_patterns_is_enough()
    {
        var rule = new BudgetRule
        {
            Networks = [new PathPattern("other"), new PathPattern("net")],
            Limits = Rule("1").Limits,
        };

        Assert.Single(Check(s_net, null, rule));
    }

    [Fact]
    public void Within_a_limit_nothing_is_a_cause() => Assert.Null(Check(s_net, null, Rule("1M")).Single().Causes);

    [Fact]
    public void A_figure_with_gaps_is_a_lower_bound_and_no_clean_pass()
    {
        // thop has no price for a sigmoid. Linear: 10*20 = 200.
        Network network = Chain(Shape(1, 10), Layer("linear", ("out", 20), ("bias", false)), Layer("sigmoid"));
        BudgetVerdict[] verdicts = Thop(network, Rule("1G"), Rule("1"), Rule("1M", BudgetMetric.Parameters));

        Assert.Equal(["Warn", "Fail", "Pass"], verdicts.Select(verdict => verdict.Outcome));
        Assert.Equal("a lower bound: sigmoid not counted", verdicts[0].Causes);
        Assert.Equal("linear 200; a lower bound: sigmoid not counted", verdicts[1].Causes);
        Assert.Equal((0.5, "sigmoid"), (verdicts[0].Coverage, verdicts[0].Uncounted));
    }

    [Fact]
    public void Where_nothing_is_counted_the_limit_is_not_met()
    {
        BudgetVerdict verdict = Thop(Chain(Shape(1, 10), Layer("sigmoid")), Rule("1G")).Single();

        Assert.Equal(("Fail", null, 1_000_000_000, null), (
            verdict.Outcome, verdict.Actual, verdict.Limit, verdict.ExceededBy));
        Assert.Equal("a lower bound: sigmoid not counted", verdict.Causes);
    }

    [Theory]
    [InlineData(
        "fvcore",
        "1",
        BudgetMetric.Flops,
        ErrorCode.FigureUndefined,
        "The convention fvcore does not define FLOPs: set the limit on MACs, or name a convention that has both, as "
        + "exact does.")]
    [InlineData(
        "torch",
        "1",
        BudgetMetric.Macs,
        ErrorCode.FigureUndefined,
        "The convention torch does not define MACs: set the limit on FLOPs, or name a convention that has both, as "
        + "exact does.")]
    [InlineData(
        "exact",
        "+2%",
        BudgetMetric.Macs,
        ErrorCode.BaselineMissing,
        "The limit +2% is relative to a baseline, and none is given: name one, or set an absolute limit.")]
    public void A_rule_that_cannot_be_checked_is_an_error_at_its_place(
        string convention, string limit, BudgetMetric metric, ErrorCode code, string message)
    {
        var rule = new BudgetRule
        {
            Limits = Rule(limit, metric).Limits,
            Position = new SourcePosition("b.yaml", 3, 5),
        };

        NetworkException error = Assert.Throws<NetworkException>(
            () => new BudgetCheck([rule], ConventionCatalog.Get(convention), null));

        Assert.Equal((code, "b.yaml(3,5): " + message), (error.Code, error.Message));
    }

    [Fact]
    public void A_rule_that_has_a_text_is_described_by_it()
    {
        BudgetRule rule = Rule("1", BudgetMetric.Macs, "a");
        var named = new BudgetRule { Text = "the encoder", Layers = rule.Layers, Limits = rule.Limits };

        Assert.Equal("layers: a, macs: 1", rule.Describe(rule.Limits[0]));
        Assert.Equal("layers: a, macs: 1", rule.ToString());
        Assert.Equal("the encoder", named.Describe(named.Limits[0]));
        Assert.Equal("the encoder", named.ToString());
    }

    [Fact]
    public void A_rule_of_a_file_says_where_it_stands()
    {
        var rule = new BudgetRule { Limits = Rule("1").Limits, Position = new SourcePosition("/repo/b.yaml", 3, 5) };

        Assert.Equal("b.yaml:3", Check(s_net, null, rule).Single().Source);
    }

    private static BudgetVerdict[] Thop(Network network, params BudgetRule[] rules) =>
        [.. new BudgetCheck(rules, ConventionCatalog.Get("thop"), null).Check(network)];

    private static Network At(string path)
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Shape(1, 4));
        return builder.Build("net", builder.Add("head", Layer("relu"), [input]).Outputs, path: path);
    }
}
