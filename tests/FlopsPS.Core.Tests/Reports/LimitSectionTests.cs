using System.Linq;
using FlopsPS.Budgets;
using FlopsPS.Networks;
using FlopsPS.Reports;
using static FlopsPS.Core.Tests.Budgets.Budgeted;
using static FlopsPS.Core.Tests.Reports.Reported;

namespace FlopsPS.Core.Tests.Reports;

public class LimitSectionTests
{
    private static readonly Network s_net = Net(("a", 10), ("b", 10));

    [Fact]
    public void A_warning_leads_and_stands_above_what_is_kept()
    {
        BudgetRule[] rules =
        [
            Rule("380", BudgetMetric.Flops),
            new() { Limits = Rule("379", BudgetMetric.Flops).Limits, Severity = BudgetSeverity.Warning },
            new() { Limits = Rule("1", BudgetMetric.Flops).Limits, Severity = BudgetSeverity.Off },
        ];
        ReportSection section = Report(Check(s_net, null, rules)).Sections.Single();

        Assert.Equal("net: 380 FLOPs, 1 (0.27 %) above the limit of 379: a 190; b 190", section.Headline);
        Assert.Equal([null, "1 limit kept", "Switched off"], section.Tables.Select(table => table.Fold));
        Assert.All(section.Tables, table => Assert.Single(table.Rows));
    }

    [Fact]
    public void What_cannot_be_told_comes_behind_what_is_exceeded()
    {
        Report report = Report(Verdicts(s_net, Baseline(Deep()), "+10%", "379"));

        Assert.Equal(
            [
                "net: 380 FLOPs, 1 (0.27 %) above the limit of 379: a 190; b 190",
                "net: 380 FLOPs: not in the baseline; write the baseline anew",
            ],
            report.Entries.Select(entry => entry.Message));
    }

    [Fact]
    public void A_figure_that_is_not_known_is_called_so() => Assert.Equal(
        "net: unknown FLOPs, within the limit of 500",
        Report(Row(Verdicts(s_net, null, "500").Single(), ("Actual", null))).Entries.Single().Message);

    [Theory]
    [InlineData(9, 10, "net: 180 MACs, 20 (10 %) below the 200 it was: a -10; b -10")] // 10*9 + 9*10
    [InlineData(5, 30, "net: 200 MACs, in sum as it was, but not in each layer: a -50; b +50")] // 10*5 + 5*30
    public void A_lock_fails_for_less_too(int first, int second, string message) => Assert.Equal(
        message,
        Report(Lock(Net(("a", first), ("b", second)), Baseline(s_net))
            .Where(verdict => verdict.Metric == "Macs")).Entries.Single().Message);

    [Fact]
    public void A_column_stays_when_one_row_fills_it_and_empty_names_stay_empty()
    {
        BudgetRule[] rules = [Rule("1", BudgetMetric.Macs, "a"), Rule("1", BudgetMetric.Macs)];
        string text = Report(Check(s_net, null, rules)).Text(ReportForm.Markdown);

        Assert.Contains("| Verdict | Network | Layer | Rule |", text);
        Assert.Contains("| Fail | `net` | `a` |", text);
        Assert.Contains("| Fail | `net` |  |", text);
    }
}
