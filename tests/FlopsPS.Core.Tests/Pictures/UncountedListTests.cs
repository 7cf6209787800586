using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Pictures;

namespace FlopsPS.Core.Tests.Pictures;

public class UncountedListTests
{
    [Fact]
    public void Where_everything_is_counted_there_is_no_list() =>
        Assert.Null(UncountedList.Of(Pictured.Of(("a", 1))));

    [Theory]
    [InlineData(100, "99")]
    [InlineData(1103, "99 and 1,003 more")]
    public void A_hundred_layers_are_named(int layers, string end)
    {
        Network network = Pictured.Network(
            "net", [.. Enumerable.Range(0, layers).Select(at => ($"{at}", Nets.Layer("gelu")))]);

        Assert.EndsWith(", " + end, UncountedList.Of(Pictured.Of(network, "fvcore"))!.Value);
    }

    [Fact]
    public void Operations_are_named_that_are_not_called_as_their_kind()
    {
        Network network = Pictured.Network("net", ("a", Nets.Layer("glu", ("axis", 1))), ("b", Nets.Layer("gelu")));

        Assert.Equal("glu (sigmoid, multiply), 1 layeragelu, 1 layerb", UncountedList.Of(Pictured.Of(network, "fvcore"))!.Value);
    }
}
