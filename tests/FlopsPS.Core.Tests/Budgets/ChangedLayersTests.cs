using System.Collections.Generic;
using System.Linq;
using FlopsPS.Budgets;

namespace FlopsPS.Core.Tests.Budgets;

/// <summary>Which layers changed a figure, and the order in which they are named.</summary>
public class ChangedLayersTests
{
    // conv2 is what it was; only one of the layers alike has another number.
    [Fact]
    public void A_layer_that_is_what_it_was_is_no_change()
    {
        ChangedLayer change = Assert.Single(
            ChangedLayers.Between(Layers(("conv1", 5), ("conv2", 5)), Layers(("conv2", 5), ("conv3", 5))));

        Assert.Equal("conv1 (now conv3)", change.Describe(BudgetMetric.Macs));
    }

    // Together they took 6 off, so what came stands behind.
    [Fact]
    public void Layers_that_went_where_the_sum_went_come_first()
    {
        IReadOnlyList<ChangedLayer> changes = ChangedLayers.Between(
            Layers(("a", 3), ("b", 7), ("c", 7)), Layers(("a", 5), ("b", 3), ("c", 3)));

        Assert.Equal(
            "b -4; c -4; a +2", Causes.Of(BudgetMetric.Macs, Causes.Sort(BudgetMetric.Macs, changes)));
    }

    private static IEnumerable<KeyValuePair<string, CostFigures>> Layers(params (string Path, long Macs)[] layers) =>
        layers.Select(layer => KeyValuePair.Create(layer.Path, new CostFigures { Macs = layer.Macs }));
}
