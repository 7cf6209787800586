using System.Linq;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Reports;
using static FlopsPS.Core.Tests.Budgets.Budgeted;
using static FlopsPS.Core.Tests.Reports.Reported;

namespace FlopsPS.Core.Tests.Reports;

public class LayerSectionTests
{
    [Fact]
    public void A_single_layer_is_not_added_up() => Assert.Equal(
        "net a, exact: 100 parameters, 100 MACs, 190 FLOPs",
        Report(Nets.Rows(Net(("a", 10)), "exact", CostGrouping.Layer)).Sections.Single().Headline);

    [Theory]
    [InlineData(10, new[] { 10 })]
    [InlineData(11, new[] { 10, 11 })]
    public void Of_many_layers_the_ten_most_expensive_are_shown_and_all_are_folded(int layers, int[] rows)
    {
        // The last one makes most.
        Network network = Net([.. Enumerable.Range(1, layers).Select(at => ($"layer{at}", at))]);
        ReportSection section = Report(Nets.Rows(network, "exact", CostGrouping.Layer)).Sections.Single();

        Assert.Equal(rows, section.Tables.Select(table => table.Rows.Count));
        Assert.Equal($"layer{layers}", section.Tables[0].Rows[0][0]);
        Assert.All(section.Tables.Skip(1), table => Assert.Equal(("All in order", "layer1"), (
            table.Fold, table.Rows[0][0])));
    }

    [Fact]
    public void Kinds_are_called_by_their_name() => Assert.Equal(
        "net, exact: 2 rows, together 300 parameters, 300 MACs, 570 FLOPs; "
        + "most in linear: 300 parameters, 300 MACs, 570 FLOPs",
        Report(Nets.Rows(Net(("a", 10), ("b", 20), ("r", 0)), "exact", CostGrouping.Kind)).Sections.Single().Headline);

    [Fact]
    public void Where_there_are_no_FLOPs_the_order_is_that_of_MACs() => Assert.Equal(
        "net, fvcore: 2 rows, together 300 parameters, 300 MACs; most in b: 200 parameters, 200 MACs",
        Report(Nets.Rows(Net(("a", 10), ("b", 20)), "fvcore", CostGrouping.Layer)).Sections.Single().Headline);

    [Fact]
    public void Where_there_are_FLOPs_they_make_the_order()
    {
        // 4 MACs and 7 FLOPs of a linear layer; no MAC and more FLOPs of a function.
        Network network = Nets.Chain(Nets.Shape(1, 4), Nets.Layer("linear", ("out", 1), ("bias", false)));
        Report report = Report(
            from row in Nets.Rows(network, "exact", CostGrouping.Layer)
            from flops in new long[] { 7, 8 }
            select Row(row, ("Flops", flops), ("Macs", 10 - flops)));

        Assert.Equal([8, 7], report.Entries.Select(entry => entry.Row.Count("Flops")));
    }

    [Fact]
    public void A_sum_that_leaves_64_bits_is_not_told()
    {
        CostRow row = Nets.Rows(Net(("a", 10)), "exact", CostGrouping.Layer).Single();
        ReportRow huge = Row(row, ("Macs", long.MaxValue));

        Assert.StartsWith(
            "net, exact: 2 rows, together 200 parameters, 380 FLOPs; most in a: ",
            Report(huge, huge).Sections.Single().Headline);
    }
}
