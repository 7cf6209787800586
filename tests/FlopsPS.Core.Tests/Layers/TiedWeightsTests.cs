using FlopsPS.Counting;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>Weights that one layer holds and another uses too.</summary>
public class TiedWeightsTests
{
    [Theory]
    [InlineData("linear out=1000 bias=false tied=true", 0)]
    [InlineData("linear out=1000 tied=true", 1000)]
    [InlineData("linear out=1000 tied=false", (768 * 1000) + 1000)]
    public void A_tied_weight_is_counted_elsewhere(string layer, long parameters) =>
        Assert.Equal(parameters, Cost(layer).Parameters);

    [Theory]
    [InlineData("linear out=1000 bias=false")]
    [InlineData("linear out=1000")]
    public void A_tied_weight_is_multiplied_all_the_same(string layer)
    {
        CostRow own = Cost(layer);
        CostRow tied = Cost(layer + " tied=true");

        Assert.Equal((2 * 16 * 768 * 1000L, own.Flops), (tied.Macs, tied.Flops));
    }

    private static CostRow Cost(string layer) => LayerCase.Cost(layer, "2x16x768");
}
