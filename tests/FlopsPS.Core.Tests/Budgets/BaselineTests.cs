using System.Collections.Generic;
using System.Linq;
using FlopsPS.Budgets;
using FlopsPS.Counting;
using FlopsPS.Networks;
using static FlopsPS.Core.Tests.Budgets.Budgeted;
using static FlopsPS.Core.Tests.Nets;

namespace FlopsPS.Core.Tests.Budgets;

public class BaselineTests
{
    // a: 10*20 = 200; b/x: 20*30 = 600; b/y: 30*5 = 150; c: 5*2 = 10. In all 960.
    private static readonly Network s_before = Net(("a", 20), ("b/x", 30), ("b/y", 5), ("c", 2));

    // b/x: 20*40 = 800, +200; b/y: 40*5 = 200, +50. In all 1210.
    private static readonly Network s_after = Net(("a", 20), ("b/x", 40), ("b/y", 5), ("c", 2));

    [Theory]
    [InlineData("+26%", 1209, "Fail", 1L)] // 960*1.26 = 1209.6
    [InlineData("+27%", 1219, "Pass", null)] // 960*1.27 = 1219.2
    [InlineData("+0%", 960, "Fail", 250L)]
    [InlineData("-50%", 480, "Fail", 730L)]
    public void A_relative_limit_is_a_share_of_the_baseline(string text, long limit, string outcome, long? by)
    {
        BudgetVerdict verdict = Check(s_after, Baseline(s_before), Rule(text)).Single();

        Assert.Equal((limit, 960L, 1210L), (verdict.Limit, verdict.Baseline, verdict.Actual));
        Assert.Equal((outcome, by), (verdict.Outcome, verdict.ExceededBy));
    }

    [Theory]
    [InlineData("+0%", "b", "b/x +200; b/y +50")]
    [InlineData("+100%", "b", "b/x +200; b/y +50")] // passes; the change is told all the same
    [InlineData("1", "b", "b/x +200; b/y +50")]
    [InlineData("+0%", "b/y", "b/y +50")]
    [InlineData("+0%", "a", null)]
    [InlineData("-1%", "a", "a 200")] // too dear as it was
    public void The_causes_are_the_layers_that_changed(string limit, string layers, string? causes) =>
        Assert.Equal(
            causes, Check(s_after, Baseline(s_before), Rule(limit, BudgetMetric.Macs, layers)).Single().Causes);

    [Fact]
    public void A_scope_is_compared_with_the_same_scope()
    {
        BudgetVerdict verdict = Check(s_after, Baseline(s_before), Rule("+10%", BudgetMetric.Macs, "b")).Single();

        // 600 + 150 = 750, and 10 % more are 825; 800 + 200 = 1000 are 175 above, 21.2121... %.
        Assert.Equal((750L, 825L, 1000L, 175L), (
            verdict.Baseline, verdict.Limit, verdict.Actual, verdict.ExceededBy));
        Assert.Equal(21.22m, verdict.ExceededPercent);
    }

    [Fact]
    public void What_is_new_cost_nothing_before()
    {
        Network after = Net(("a", 20), ("b/x", 30), ("b/y", 5), ("d/x", 4), ("c", 2));

        BudgetVerdict verdict = Check(after, Baseline(s_before), Rule("+50%", BudgetMetric.Macs, "d")).Single();

        Assert.Equal((0L, 0L, 20L, 20L, null), (
            verdict.Baseline, verdict.Limit, verdict.Actual, verdict.ExceededBy, verdict.ExceededPercent));
        Assert.Equal(("Fail", "d/x +20 (new)"), (verdict.Outcome, verdict.Causes));
    }

    [Fact]
    public void The_layers_that_took_the_figure_where_it_went_come_first()
    {
        // a: 10*90 = 900, +700; b/x: 90*1 = 90, -510; b/y: 1*30 = 30, -120; c: 30*3 = 90, +80. In all +150.
        Network after = Net(("a", 90), ("b/x", 1), ("b/y", 30), ("c", 3));

        Assert.Equal(
            "a +700; c +80; b/x -510; b/y -120",
            Check(after, Baseline(s_before), Rule("+0%")).Single().Causes);
    }

    [Fact]
    public void A_scope_that_does_not_exist_has_no_figure_but_those_that_are_known()
    {
        BaselineNetwork known = Baseline(s_before).Find("net")!;
        var old = new BaselineNetwork("net", "1x10", known.Total with { Buffers = null }, new Dictionary<string, CostFigures>());

        Assert.Equal((0L, 0L), (known.Of("d").Macs, known.Of("d").Buffers));
        Assert.Equal((0L, null), (old.Of("d").Macs, old.Of("d").Buffers));
    }

    [Fact]
    public void Rows_of_two_measurements_are_not_mixed()
    {
        var builder = new BaselineBuilder();
        builder.Add(new(Rows(s_before, "exact", CostGrouping.Layer)[0]));

        NetworkException error = Assert.Throws<NetworkException>(
            () => builder.Add(new(Rows(s_before, "exact", CostGrouping.Layer)[1])));
        Assert.StartsWith("'net' was measured more than once", error.Message);
    }

    [Fact]
    public void A_verdict_leads_to_the_layer_that_changed_most()
    {
        Network At(int first, int second)
        {
            var builder = new NetworkBuilder();
            Tensor input = builder.AddInput("input", Shape(1, 10));
            Tensor a = builder.Add("a", Layer("linear", ("out", first)), [input], new("n.yaml", 3, 1)).Outputs[0];
            return builder.Build(
                "net", builder.Add("b", Layer("linear", ("out", second)), [a], new("n.yaml", 4, 1)).Outputs);
        }

        Baseline baseline = Baseline(At(10, 10));

        Assert.Equal(4, Check(At(10, 20), baseline, Rule("+0%")).Single().Line);
        Assert.Equal(3, Check(At(20, 5), baseline, Rule("+0%")).Single().Line);
        Assert.Equal(0, Check(At(10, 10), baseline, Rule("+0%")).Single().Line);
    }

    [Fact]
    public void Another_input_is_named_first()
    {
        Network after = Net(3, ("a", 20), ("b/x", 30), ("b/y", 5), ("c", 2));

        Assert.Equal(
            "input 1x10 -> 3x10; b/x +1,200; a +400; b/y +300; c +20",
            Check(after, Baseline(s_before), Rule("+0%")).Single().Causes);
    }

    [Fact]
    public void A_network_that_the_baseline_lacks_fails_what_refers_to_it()
    {
        BudgetVerdict[] verdicts = [.. Check(s_after, new Baseline("exact", []), Rule("+2%"), Rule("2k"))];

        Assert.Equal(["Fail", "Pass"], verdicts.Select(verdict => verdict.Outcome));
        Assert.Equal(
            (null, null, "not in the baseline; write the baseline anew"),
            (verdicts[0].Limit, verdicts[0].Baseline, verdicts[0].Causes));
    }

    [Fact]
    public void Totals_alone_serve_limits_on_the_network_and_not_on_its_layers()
    {
        Baseline totals = Baseline(s_before, CostGrouping.Network);
        BudgetVerdict[] verdicts =
            [.. Check(s_after, totals, Rule("+0%"), Rule("+0%", BudgetMetric.Macs, "b"), Rule("2k", layers: "b"))];

        Assert.Equal(["Fail", "Fail", "Pass"], verdicts.Select(verdict => verdict.Outcome));
        Assert.Equal((960L, 250L, "b/x 800; a 200; b/y 200; c 10"), (
            verdicts[0].Baseline, verdicts[0].ExceededBy, verdicts[0].Causes));
        Assert.Equal(
            "the baseline has totals only; write it anew from rows of layers", verdicts[1].Causes);
    }

    [Fact]
    public void Figures_of_another_convention_are_not_compared()
    {
        NetworkException error = Assert.Throws<NetworkException>(
            () => Check(s_after, Baseline(s_before, convention: "fvcore"), Rule("+0%")));

        Assert.Equal(ErrorCode.ConventionMismatch, error.Code);
        Assert.Equal(
            "The baseline counts by the convention fvcore, so figures of exact cannot be compared with it: measure by "
            + "fvcore, or write a baseline of exact.",
            error.Message);
    }

    [Fact]
    public void A_baseline_is_sorted_by_the_values_of_characters()
    {
        Network network = Net(("b/10", 2), ("b/9", 2), ("B", 2), ("a", 2));

        Assert.Equal(["B", "a", "b/10", "b/9"], Baseline(network).Networks.Single().Layers.Select(layer => layer.Key));
    }

    [Fact]
    public void Rows_of_networks_make_totals_and_rows_of_layers_make_both()
    {
        Assert.False(Baseline(s_before, CostGrouping.Network).Find("net")!.HasLayers);
        Assert.True(Baseline(s_before).Find("net")!.HasLayers);
        Assert.Equal(960, Baseline(s_before).Find("net")!.Total.Macs);
        Assert.Equal("1x10", Baseline(s_before).Find("net")!.InputShape);
        Assert.Null(Baseline(s_before).Find("Net"));
    }

    [Fact]
    public void A_baseline_has_one_convention() => Fails(
        "Rows of the conventions exact and fvcore came in, and a baseline has one: measure by one of them.",
        Rows(s_before, "exact").Single(),
        Rows(s_after, "fvcore").Single());

    [Theory]
    [InlineData(CostGrouping.Network)]
    [InlineData(CostGrouping.Layer)]
    public void A_baseline_has_a_network_once(CostGrouping grouping) => Fails(
        "'net' was measured more than once, and a baseline has one set of figures for a name: keep one measurement of "
        + "it, and give each parameter a single value.",
        [.. Rows(s_before, "exact", grouping), .. Rows(s_after, "exact", grouping)]);

    [Fact]
    public void The_same_row_twice_is_refused()
    {
        CostRow row = Rows(s_before, "exact").Single();

        Fails(
            "'net' was measured more than once, and a baseline has one set of figures for a name: keep one measurement "
            + "of it, and give each parameter a single value.",
            row,
            row);
    }

    [Theory]
    [InlineData(CostGrouping.Kind, "kind 'linear'")]
    [InlineData(CostGrouping.Block, "block 'b'")]
    public void Rows_of_kinds_and_blocks_are_refused(CostGrouping grouping, string what) => Fails(
        $"A row of the {what} of 'net' came in, and a baseline is made of layers: group the rows by Layer, or "
        + "by Network for totals alone.",
        [.. Rows(s_before, "exact", grouping)]);

    [Fact]
    public void Rows_that_were_left_out_are_missed() => Fails(
        "The rows of 'net' do not add up to its total, so some were left out: pipe in all of them.",
        [.. Rows(s_before, "exact", CostGrouping.Layer).Skip(1)]);

    [Fact]
    public void Rows_of_columns_make_the_same_baseline_when_the_total_is_among_them()
    {
        BaselineRow[] layers = [.. Rows(s_before, "exact", CostGrouping.Layer).Select(Columns)];
        BaselineRow total = Columns(Rows(s_before, "exact").Single());
        BaselineNetwork expected = Baseline(s_before).Find("net")!;

        for (int at = 0; at <= layers.Length; at++)
        {
            BaselineNetwork actual = Build([.. layers[..at], total, .. layers[at..]]).Find("net")!;

            Assert.Equal((expected.InputShape, expected.Total), (actual.InputShape, actual.Total));
            Assert.Equal(expected.Layers, actual.Layers);
        }
    }

    [Fact]
    public void Rows_of_columns_are_checked_as_others_are()
    {
        BaselineRow[] layers = [.. Rows(s_before, "exact", CostGrouping.Layer).Select(Columns)];
        BaselineRow total = Columns(Rows(s_before, "exact").Single());

        Assert.StartsWith("Rows of layers that came out of a file or a job do not say what 'net' costs", Failure(layers));
        Assert.StartsWith("The rows of 'net' do not add up to its total", Failure([total, .. layers[1..]]));
        Assert.StartsWith("'net' was measured more than once", Failure([total, .. layers, layers[0]]));
        Assert.StartsWith("'net' was measured more than once", Failure([total, total]));
    }

    [Fact]
    public void Without_rows_there_is_no_baseline() =>
        Fails("No row came in; a baseline is made of measured rows, one for each layer.");

    [Fact]
    public void Networks_are_sorted_by_name()
    {
        var layers = new Dictionary<string, CostFigures>();
        BaselineNetwork[] networks =
            [.. new[] { "b", "a", "C" }.Select(name => new BaselineNetwork(name, "1x10", default, layers))];

        Assert.Equal(["C", "a", "b"], new Baseline("exact", networks).Networks.Select(network => network.Name));
    }

    // The parameters add up, the MACs do not.
    [Fact]
    public void Every_figure_of_the_layers_adds_up_to_the_total()
    {
        var layers = new Dictionary<string, CostFigures>
        {
            ["a"] = new() { Parameters = 1, Macs = 2 },
            ["b"] = new() { Parameters = 3, Macs = 4 },
        };

        Assert.True(new BaselineNetwork("net", "1x10", new() { Parameters = 4, Macs = 6 }, layers).IsWhole);
        Assert.False(new BaselineNetwork("net", "1x10", new() { Parameters = 4, Macs = 7 }, layers).IsWhole);
    }

    /// <summary>What is left of a row that went through a file.</summary>
    private static BaselineRow Columns(CostRow row) =>
        new(row.Network, row.Layer, row.Kind, row.Convention, row.InputShape, new(row));

    private static Baseline Build(IEnumerable<BaselineRow> rows)
    {
        var builder = new BaselineBuilder();
        foreach (BaselineRow row in rows)
        {
            builder.Add(row);
        }

        return builder.Build();
    }

    private static string Failure(BaselineRow[] rows)
    {
        NetworkException error = Assert.Throws<NetworkException>(() => Build(rows));

        Assert.Equal(ErrorCode.BaselineInvalid, error.Code);
        return error.Message;
    }

    private static void Fails(string message, params CostRow[] rows) =>
        Assert.Equal(message, Failure([.. rows.Select(row => new BaselineRow(row))]));
}
