using FlopsPS.Networks;
using FlopsPS.Pictures;

namespace FlopsPS.Core.Tests.Pictures;

public class FoldedStacksTests
{
    [Fact]
    public void A_line_is_a_layer_that_costs_something()
    {
        NetworkPicture picture = Pictured.Of(
            Pictured.Network(
                "net", ("a/x", Pictured.Linear(1)), ("a/relu", Nets.Layer("relu")), ("b", Pictured.Linear(2))));

        Assert.Equal("net;a;x 8\nnet;b 16\n", FoldedStacks.Write([picture]));
    }

    [Fact]
    public void Networks_stand_one_behind_the_other()
    {
        Network network = Pictured.Network("net", ("a", Pictured.Linear(1)));

        Assert.Equal(
            "net width=1;a 8\nnet width=2;a 8\n",
            FoldedStacks.Write([Pictured.Of(network, variant: "width=1"), Pictured.Of(network, variant: "width=2")]));
    }

    [Fact]
    public void What_would_break_a_line_or_a_frame_is_escaped()
    {
        Assert.Equal(
            "net;a%3Bb c%25%0Ad%09 8\n",
            FoldedStacks.Write([Pictured.Of(("a;b c%\nd\t", 1))]));
    }
}
