using System.Linq;
using FlopsPS.Budgets;
using static FlopsPS.Core.Tests.Budgets.Budgeted;

namespace FlopsPS.Core.Tests.Budgets;

public class BudgetRuleTests
{
    [Fact]
    public void A_rule_is_told_as_its_author_wrote_it()
    {
        var rule = new BudgetRule { Text = "macs: 1k", Limits = Rule("1000").Limits };

        Assert.Equal("macs: 1k", rule.ToString());
        Assert.Equal("macs: 1k", rule.Describe(rule.Limits.Single()));
    }

    [Fact]
    public void Without_its_text_it_is_told_by_what_it_is_about()
    {
        BudgetRule rule = Rule("+2%", BudgetMetric.Macs, "layer4/*");

        Assert.Equal("layers: layer4/*, macs: +2%", rule.ToString());
        Assert.Equal("layers: layer4/*, macs: +2%", rule.Describe(rule.Limits.Single()));
    }
}
