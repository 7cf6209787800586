using FlopsPS.Comparing;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Comparing;

public sealed class DeviationTests
{
    [Fact]
    public void Deviations_are_equal_where_the_amounts_and_the_facts_are()
    {
        var deviation = new Deviation(3, Facts("linear out=4"));

        Assert.Equal(deviation, new Deviation(3, Facts("linear out=4")));
        Assert.Equal(deviation.GetHashCode(), new Deviation(3, Facts("linear out=4")).GetHashCode());
        Assert.NotEqual(deviation, new Deviation(2, Facts("linear out=4")));
        Assert.NotEqual(deviation, new Deviation(3, Facts("linear out=5")));
    }

    [Fact]
    public void Facts_are_equal_where_all_counts_are()
    {
        FactSheet facts = Facts("linear out=4");

        Assert.True(facts.Equals(Facts("linear out=4")));
        Assert.False(facts.Equals(Facts("linear out=4 bias=false")));
        Assert.False(facts.Equals(null));
    }

    private static FactSheet Facts(string layer)
    {
        Node node = Nets.Of(LayerText.Layer(layer), Nets.Shape(2, 3)).Nodes[0];
        return new LayerSpot(node, Nets.Lowered(node.Layer, Nets.Shape(2, 3))).Facts;
    }
}
