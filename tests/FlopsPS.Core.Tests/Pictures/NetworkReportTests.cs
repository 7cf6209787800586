using FlopsPS.Networks;
using FlopsPS.Pictures;

namespace FlopsPS.Core.Tests.Pictures;

public class NetworkReportTests
{
    [Fact]
    public void What_a_convention_does_not_count_is_said_of_each_network()
    {
        Network network = Pictured.Network("net", ("a", Pictured.Linear(1)), ("b", Nets.Layer("gelu")));

        Assert.Equal(
            "net w=1: fvcore does not count gelu.\nnet w=3: thop does not count gelu.",
            NetworkReport.Shortfall(
            [
                Pictured.Of(network, "fvcore", variant: "w=1"),
                Pictured.Of(network, variant: "w=2"),
                Pictured.Of(network, "thop", variant: "w=3"),
            ]));
    }
}
