using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using static FlopsPS.Core.Tests.Nets;

namespace FlopsPS.Core.Tests.Counting;

/// <summary>What a row says of layers that are idle, free, priced as a whole, or made of several operations.</summary>
public class CostRowTests
{
    private static readonly Network s_flat = Chain(Shape(1, 3, 2), Layer("flatten"));

    [Fact]
    public void An_idle_layer_holds_weights_and_does_nothing()
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Shape(1, 4));
        builder.Add("auxiliary", Layer("linear", ("out", 3)), [input], role: NodeRole.Idle);

        CostRow row = Cost(builder.Build("net", builder.Add("head", Layer("relu"), [input]).Outputs));

        Assert.Equal(((3 * 4) + 3, 0, 0, 0), (row.Parameters, row.Macs, row.Flops, row.Activations));
    }

    [Fact]
    public void A_convention_without_a_figure_leaves_it_empty_even_where_nothing_is_counted()
    {
        CostRow flops = Cost(s_flat, "torch");
        CostRow macs = Cost(s_flat, "thop");

        Assert.Equal((null, 0), (flops.Macs, flops.Flops));
        Assert.Equal((0, null), (macs.Macs, macs.Flops));
    }

    [Fact]
    public void A_row_of_a_layer_knows_the_whole()
    {
        Network network = Chain(Shape(1, 4), Layer("linear", ("out", 3)), Layer("linear", ("out", 2)));

        Assert.All(
            Rows(network, "exact", CostGrouping.Layer).Cast<LayerCost>(),
            row => Assert.Equal(Cost(network).Flops, row.Total.Flops));
    }

    [Fact]
    public void A_block_of_one_letter_is_a_block()
    {
        var builder = new NetworkBuilder();
        IReadOnlyList<Tensor> current = [builder.AddInput("input", Shape(1, 4))];
        current = builder.Add("a/first", Layer("relu"), current).Outputs;
        current = builder.Add("a/second", Layer("relu"), current).Outputs;

        CostRow row = Rows(builder.Build("net", current), "exact", CostGrouping.Block).Single();

        Assert.Equal(("a", "block"), (row.Layer, row.Kind));
    }

    [Fact]
    public void Every_contraction_of_a_layer_is_a_term_of_its_formula()
    {
        CostRow row = Rows(Of(Layer("rnn", ("hidden", 2)), Shape(1, 1, 3)), "exact", explain: true).Single();

        Assert.Equal(
            "2 outputs x (3 mul + 2 add + 1 bias) + 2 outputs x (2 mul + 1 add + 1 bias) = 20", row.Formula);
    }

    [Fact]
    public void A_lone_part_lends_its_own_formula()
    {
        Network network = Chain(Shape(1, 4), Layer("relu"), Layer("linear", ("out", 3)));

        Assert.Equal(
            "3 outputs x (4 mul + 3 add + 1 bias) = 24", Rows(network, "exact", explain: true).Single().Formula);
    }

    [Fact]
    public void What_is_moved_is_free_in_a_layer_whose_rule_has_no_answer()
    {
        Network network = Of(Layer("windowattention", ("heads", 1), ("window", 2)), Shape(1, 2, 4, 4));

        CostRow row = CostCounter.Measure(network, new MeasureOptions(new NoAnswer())).Single();

        // Four projections, two products, the scale, the position bias and the softmax; the look-up of the bias is not
        // among them.
        Assert.Contains("position bias", row.Uncounted);
        Assert.DoesNotContain("lookup", row.Uncounted);
        Assert.Equal(1 / 10d, row.Coverage);
        Assert.Null(row.Macs);
    }

    private sealed class NoAnswer : TableConvention
    {
        public NoAnswer()
            : base("no-answer", "Knows of windows, not what they cost.", Figures.Macs, "multiply-accumulates") =>
            Rule("windowattention", "no answer", _ => null);

        public override string Source => "this test";
    }
}
