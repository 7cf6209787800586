using System.Linq;
using FlopsPS.Comparing;
using FlopsPS.Reports;
using static FlopsPS.Core.Tests.Budgets.Budgeted;
using static FlopsPS.Core.Tests.Reports.Reported;

namespace FlopsPS.Core.Tests.Reports;

public class TermSectionTests
{
    private static readonly CostTerm s_term =
        ByConvention(Net(("a", 10)), "mac").SelectMany(row => row.Terms).Single();

    [Fact]
    public void The_largest_term_comes_first_whatever_its_sign()
    {
        Report report = Report(Row(s_term), Row(s_term, ("Amount", -20L)), Row(s_term, ("Amount", null)));

        Assert.Equal(
            [
                "net, mac: -20 FLOPs of linear, 1 more per output",
                "net, mac: +10 FLOPs of linear, 1 more per output",
                "net, mac:  FLOPs of linear, 1 more per output",
            ],
            report.Entries.Select(entry => entry.Message));
    }

    [Fact]
    public void An_operation_is_named_that_is_not_called_as_its_kind() => Assert.Equal(
        "net, mac: +10 FLOPs of linear (matmul), 1 more per output",
        Report(Row(s_term, ("Operation", "matmul"))).Sections.Single().Headline);
}
