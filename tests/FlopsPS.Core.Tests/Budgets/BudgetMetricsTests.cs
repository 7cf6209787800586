using FlopsPS.Budgets;

namespace FlopsPS.Core.Tests.Budgets;

public class BudgetMetricsTests
{
    [Theory]
    [InlineData("parameter", BudgetMetric.Parameters)]
    [InlineData("parameters", BudgetMetric.Parameters)]
    [InlineData("param", BudgetMetric.Parameters)]
    [InlineData("Params", BudgetMetric.Parameters)]
    [InlineData("MAC", BudgetMetric.Macs)]
    [InlineData("MACs", BudgetMetric.Macs)]
    [InlineData("madd", BudgetMetric.Macs)]
    [InlineData("MAdds", BudgetMetric.Macs)]
    [InlineData("mult-adds", BudgetMetric.Macs)]
    [InlineData("FLOP", BudgetMetric.Flops)]
    [InlineData("FLOPs", BudgetMetric.Flops)]
    [InlineData("activation", BudgetMetric.Activations)]
    [InlineData("activations", BudgetMetric.Activations)]
    [InlineData("act", BudgetMetric.Activations)]
    [InlineData("acts", BudgetMetric.Activations)]
    [InlineData("layers", null)]
    public void A_unit_may_be_written_in_several_ways(string word, BudgetMetric? metric) =>
        Assert.Equal(metric, BudgetMetrics.FromUnit(word));
}
