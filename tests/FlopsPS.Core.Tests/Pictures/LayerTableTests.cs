using System.Linq;
using System.Xml.Linq;
using FlopsPS.Pictures;

namespace FlopsPS.Core.Tests.Pictures;

public class LayerTableTests
{
    [Fact]
    public void A_name_opens_where_there_is_more_to_say()
    {
        // Not counted: arguments alone. Free: neither. An activation without arguments: a formula alone.
        XElement[] names =
        [
            .. Names(Pictured.Of(
                Pictured.Network(
                    "net",
                    ("a", Nets.Layer("softmax", ("axis", 1))), ("b", Nets.Layer("relu")), ("c", Pictured.Linear(2))),
                "fvcore")),
            .. Names(Pictured.Of(Pictured.Network("net", ("d", Nets.Layer("gelu"))), "full")),
        ];

        Assert.Equal([1, 0, 2, 1], names.Select(name => name.Descendants("p").Count()));
        Assert.Equal([1, 0, 1, 1], names.Select(name => name.Descendants("details").Count()));
        Assert.All(names.Descendants("p"), text => Assert.NotEmpty(text.Value));
        Assert.Equal("aaxis: 1", names[0].Value);
        Assert.Equal("b", names[1].Value);
    }

    [Theory]
    [InlineData("block/of/26/letters/linear", 0)]
    [InlineData("block/of/27/letters/linear1", 4)]
    public void A_long_path_may_break_behind_each_slash(string path, int breaks)
    {
        XElement name = Names(Pictured.Of((path, 1))).Single().Descendants("summary").Single();

        Assert.Equal(path, name.Value);
        XElement[] places = [.. name.Elements("wbr")];
        Assert.Equal(breaks, places.Length);
        Assert.All(places, place => Assert.EndsWith("/", ((XText)place.PreviousNode!).Value));
    }

    private static XElement[] Names(NetworkPicture picture) =>
    [
        .. new LayerTable(picture).Write().Descendants("tbody").Elements().Elements("th"),
    ];
}
