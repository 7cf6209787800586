using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Reports;
using static FlopsPS.Core.Tests.Budgets.Budgeted;
using static FlopsPS.Core.Tests.Reports.Reported;

namespace FlopsPS.Core.Tests.Reports;

public class ChangeSectionTests
{
    private static readonly Network s_four = Net(("a", 10), ("b", 10), ("c", 10), ("d", 10));

    [Fact]
    public void Layers_that_changed_come_before_those_that_did_not()
    {
        // FLOPs: b 19*20 for 19*10, c 39*10 for 19*10.
        Report report = Report(Changes(s_four, Net(("a", 10), ("b", 20), ("c", 10), ("d", 10)), includeEqual: true));

        Assert.Equal([null, "c", "b", "a", "d"], report.Entries.Select(entry => entry.Layer));
        Assert.Equal(
            [ReportStatus.Note, ReportStatus.Note, ReportStatus.Note, ReportStatus.Passed, ReportStatus.Passed],
            report.Entries.Select(entry => entry.Status));
        Assert.Equal(
            [null, null, "Layers that are the same"], report.Sections[0].Tables.Select(table => table.Fold));
    }

    [Theory]
    [InlineData(new[] { 10, 10, 10, 10, 5 }, "net: +50 MACs (+12.5 %)", ": e added +50 MACs")]
    [InlineData(new[] { 10, 10, 10 }, "net: -100 MACs (-25 %)", ": d removed -100 MACs")]
    [InlineData(
        new[] { 10, 20, 20, 10 },
        "net: +500 MACs (+125 %), ",
        ": c out 10 -> 20; input 1x10 -> 1x20 +300 MACs; d input 1x10 -> 1x20 +100 MACs; b out 10 -> 20 +100 MACs")]
    [InlineData(new[] { 20, 20, 20, 10 }, "net: +800 MACs", "; and 1 more")]
    public void A_heading_names_three_layers_and_what_became_of_them(int[] sizes, string begin, string end)
    {
        Network after = Net([.. sizes.Select((size, at) => ($"{(char)('a' + at)}", size))]);
        string headline = Report(Changes(s_four, after)).Sections.Single().Headline;

        Assert.StartsWith(begin, headline);
        Assert.EndsWith(end, headline);
    }

    [Fact]
    public void A_layer_that_changed_and_costs_what_it_did_is_named_without_a_figure()
    {
        Network By(long axis) => Nets.Chain(Nets.Shape(1, 4, 4), Nets.Layer("softmax", ("axis", axis)));
        Report report = Report(Changes(By(1), By(2)));

        Assert.Equal("net: costs what it did: softmax axis 1 -> 2", report.Sections.Single().Headline);
        Assert.All(report.Entries, entry => Assert.Equal(ReportStatus.Note, entry.Status));
        Assert.Equal(
            "net: softmax changed: axis 1 -> 2, costs what it did", report.Entries.Last().Message);
    }

    [Fact]
    public void Networks_that_did_not_change_have_one_section()
    {
        Report one = Report(Changes(Deep(), Deep()));
        Assert.Equal("deep: costs what it did", one.Sections.Single().Headline);
        Assert.Equal(ReportStatus.Passed, one.Sections.Single().Status);

        Report two = Report([.. Changes(Deep(), Deep()), .. Changes(s_four, s_four)]);
        Assert.Equal("2 networks without a change", two.Sections.Single().Headline);
        Assert.Equal([["deep"], ["net"]], two.Sections.Single().Tables.Single().Rows);
    }

    [Fact]
    public void A_total_alone_tells_that_something_changed()
    {
        ReportSection section = Report(Changes(Deep(), Deep(90)).Take(1)).Sections.Single();

        Assert.Equal("deep: +10 FLOPs (+0.03 %), +10 parameters (+0.06 %)", section.Headline);
        Assert.Equal(ReportStatus.Note, section.Status);
    }

    [Fact]
    public void Of_networks_the_one_comes_first_whose_figure_changed_most()
    {
        // Every figure by 0.01 %, and the parameters by 0.06 %.
        Report report = Report([.. Changes(Net(("a", 10_000)), Net(("a", 10_001))), .. Changes(Deep(), Deep(90))]);

        Assert.Equal(["deep", "net"], report.Sections.Select(section => section.Entries[0].Network));
    }

    [Fact]
    public void Two_networks_are_both_named() => Assert.StartsWith(
        "net -> deep: ", Report(Changes(s_four, Deep())).Sections.Single().Headline);
}
