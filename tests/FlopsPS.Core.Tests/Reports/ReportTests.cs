using System.Linq;
using FlopsPS.Budgets;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Reports;
using static FlopsPS.Core.Tests.Budgets.Budgeted;
using static FlopsPS.Core.Tests.Reports.Reported;

namespace FlopsPS.Core.Tests.Reports;

public class ReportTests
{
    [Theory]
    [InlineData("190", BudgetSeverity.Error, ReportStatus.Passed)] // (2*10 - 1) * 10
    [InlineData("189", BudgetSeverity.Error, ReportStatus.Failed)]
    [InlineData("189", BudgetSeverity.Warning, ReportStatus.Warning)]
    [InlineData("189", BudgetSeverity.Off, ReportStatus.Skipped)]
    public void A_verdict_is_as_grave_as_its_outcome(string limit, BudgetSeverity severity, ReportStatus status)
    {
        var rule = new BudgetRule
        {
            Limits = [new(BudgetMetric.Flops, Limit.Parse(limit, BudgetMetric.Flops))],
            Severity = severity,
        };
        ReportEntry entry = Assert.Single(Report(Check(Net(("a", 10)), null, rule)).Entries);

        Assert.Equal(status, entry.Status);
        Assert.Equal("budget/flops", entry.Rule.Id);
    }

    [Theory]
    [InlineData("200", "net: 190 FLOPs, within the limit of 200")]
    [InlineData("152", "net: 190 FLOPs, 38 (25 %) above the limit of 152: a 190")]
    [InlineData("0", "net: 190 FLOPs, 190 above the limit of 0: a 190")]
    public void A_verdict_says_how_the_figure_stands_to_the_limit(string limit, string message) =>
        Assert.Equal(message, Assert.Single(Report(Verdicts(Net(("a", 10)), null, limit)).Entries).Message);

    [Fact]
    public void The_worst_verdict_comes_first_and_what_is_met_last()
    {
        // Exceeded by 11.8 %, not at all, by 90 %, and by what no percentage can say.
        Report report = Report(Verdicts(Net(("a", 10)), null, "170", "190", "100", "0"));

        Assert.Equal([0, 100, 170, 190], report.Entries.Select(entry => entry.Row.Count("Limit")));
        Assert.StartsWith("net: 190 FLOPs, 190 above the limit of 0", report.Sections.Single().Headline);
    }

    [Fact]
    public void Limits_that_are_all_kept_are_counted()
    {
        Assert.Equal("2 limits kept by net", Report(Verdicts(Net(("a", 10)), null, "190", "200")).Sections[0].Headline);
        Assert.Equal(
            "2 limits kept by 2 networks",
            Report([.. Verdicts(Net(("a", 10)), null, "190"), .. Verdicts(Deep(), null, "1M")]).Sections[0].Headline);
    }

    [Fact]
    public void A_change_leads_with_the_totals_and_the_layers_that_changed_most()
    {
        // MACs: a 10*20 and b 20*10 instead of 10*10 each. FLOPs: 19*20 and 39*10 instead of 19*10 each.
        Report report = Report(Changes(Net(("a", 10), ("b", 10), ("c", 10)), Net(("a", 20), ("b", 10), ("c", 10))));

        Assert.Equal(
            "net: +200 MACs (+66.67 %), +390 FLOPs (+68.42 %), +200 parameters (+66.67 %): "
            + "b input 1x10 -> 1x20 +100 MACs; a out 10 -> 20 +100 MACs",
            report.Sections.Single().Headline);
        Assert.Equal([null, "b", "a"], report.Entries.Select(entry => entry.Layer));
        Assert.All(report.Entries, entry => Assert.Equal(ReportStatus.Note, entry.Status));
    }

    [Fact]
    public void Of_several_networks_the_one_that_changed_most_comes_first_and_the_equal_ones_last()
    {
        Network small = Net(("a", 10));
        Report report = Report(
        [
            .. Changes(Deep(), Deep()),
            .. Changes(Deep(), Deep(90)),
            .. Changes(small, Net(("a", 20))),
        ]);

        Assert.Equal(
            ["net: +100 MACs (+100 %)", "deep: +10 FLOPs (+0.03 %)", "deep: costs what it did"],
            report.Sections.Select(section => Head(section.Headline)));
    }

    [Fact]
    public void Layers_alone_make_a_report_too()
    {
        Report report = Report(Changes(Deep(), Deep(90)).Skip(1));

        Assert.Equal(
            "deep: block90/linear changed: bias false -> true, +10 FLOPs (+5.26 %), +10 parameters (+10 %)",
            report.Sections.Single().Headline);
    }

    [Fact]
    public void A_measurement_with_operations_that_are_not_counted_is_a_warning()
    {
        Network network = Nets.Chain(Nets.Shape(1, 10), Nets.Layer("linear", ("out", 3)), Nets.Layer("sigmoid"));
        ReportEntry entry = Assert.Single(Report(Nets.Cost(network, "thop")).Entries);

        Assert.Equal(ReportStatus.Warning, entry.Status);
        Assert.Equal("net, thop: 33 parameters, 30 MACs; a lower bound: sigmoid not counted", entry.Message);
        Assert.Equal(ReportStatus.Note, Assert.Single(Report(Nets.Cost(network)).Entries).Status);
    }

    [Fact]
    public void Layers_are_added_up_and_the_most_expensive_one_named()
    {
        Report report = Report(Nets.Rows(Net(("a", 10), ("b", 20)), "exact", CostGrouping.Layer));

        // 10*10 + 10*20 and (2*10 - 1) * (10 + 20).
        Assert.Equal(
            "net, exact: 2 rows, together 300 parameters, 300 MACs, 570 FLOPs; "
            + "most in b: 200 parameters, 200 MACs, 380 FLOPs",
            report.Sections.Single().Headline);
    }

    [Fact]
    public void Conventions_are_sorted_by_how_far_they_are_from_the_reference()
    {
        Report report = Report(ByConvention(Net(("a", 10)), "mac", "thop"));

        Assert.Equal(
            "net, mac: 100 MACs, 200 FLOPs, +10 FLOPs beside exact: + 10 linear: 1 more per output",
            report.Sections.Single().Headline);
        Assert.Equal(["mac", "exact", "thop"], report.Entries.Select(entry => entry.Row.Text("Convention")));
    }

    [Fact]
    public void Sections_stand_in_the_order_of_what_they_are_about()
    {
        Report report = Report(
        [
            .. Nets.Rows(Deep(), "exact", CostGrouping.Layer),
            Nets.Cost(Deep()),
            .. ByConvention(Deep(), "mac"),
            .. Changes(Deep(), Deep(90)),
            .. Verdicts(Deep(), null, "1M"),
        ]);

        Assert.Equal(
            [
                ReportSubject.Limit, ReportSubject.Change, ReportSubject.Convention, ReportSubject.Network,
                ReportSubject.Layer,
            ],
            report.Sections.Select(section => section.Entries[0].Row.Subject));
    }

    [Theory]
    [InlineData("/build/nets/a.yaml", "/build", "nets/a.yaml")]
    [InlineData("/build/a.yaml", "/", "build/a.yaml")]
    [InlineData("/builds/a.yaml", "/build", null)]
    [InlineData("/a.yaml", "/build", null)]
    public void A_file_within_the_folder_of_the_report_is_named_from_there(string path, string folder, string? name)
    {
        ReportRow row = Row(Nets.Cost(Deep()), ("Path", path));
        ReportEntry entry = new Report([row], folder).Entries.Single();

        Assert.Equal(name, entry.Place!.RelativePath);
        Assert.Equal(name ?? path, entry.Place.File);
        Assert.Equal(entry.Place.File, entry.Details.Single(detail => detail.Key == "Path").Value);
    }

    [Theory]
    [InlineData("FlopsPS.Budgets.BudgetVerdict", ReportSubject.Limit)]
    [InlineData("Deserialized.FlopsPS.Counting.LayerCost", ReportSubject.Layer)]
    [InlineData("Selected.FlopsPS.Counting.LayerCost", null)]
    [InlineData("System.String", null)]
    public void Rows_are_known_by_the_name_of_their_type(string type, ReportSubject? subject) =>
        Assert.Equal(subject, ReportSubjects.Of(type));

    [Theory]
    [InlineData(1, 200L, " (+0.5 %)")]
    [InlineData(-1, 3L, " (-33.33 %)")]
    [InlineData(1, 3_000_000L, " (+0.00003 %)")]
    [InlineData(1, long.MaxValue, " (+0.00000000000000001 %)")]
    [InlineData(long.MaxValue, 1L, " (+922337203685477580700 %)")]
    [InlineData(0, 5L, "")]
    [InlineData(5, 0L, "")]
    [InlineData(5, null, "")]
    public void A_percentage_of_what_changed_is_never_zero(long difference, long? before, string text) =>
        Assert.Equal(text, FigureText.Percent(difference, before));

    [Theory]
    [InlineData("Macs", "MACs")]
    [InlineData("Else", "Else")]
    [InlineData(null, "")]
    public void A_column_has_a_unit(string? column, string unit) => Assert.Equal(unit, FigureText.Unit(column));

    private static string Head(string headline) => headline.Split([", ", ": "], 3, default) is [var name, var first, ..]
        ? $"{name}: {first}"
        : headline;
}
