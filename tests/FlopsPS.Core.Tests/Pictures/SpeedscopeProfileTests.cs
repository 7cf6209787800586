using System.Linq;
using System.Text.Json;
using FlopsPS.Networks;
using FlopsPS.Pictures;

namespace FlopsPS.Core.Tests.Pictures;

public class SpeedscopeProfileTests
{
    [Fact]
    public void A_sample_is_a_layer_that_costs_something_below_its_blocks()
    {
        string text = SpeedscopeProfile.Write([Pictured.Of(Pictured.Network(
            "net", ("a/x", Pictured.Linear(1)), ("a/relu", Nets.Layer("relu")), ("a/y", Pictured.Linear(3))))]);
        JsonElement file = JsonDocument.Parse(text).RootElement;
        JsonElement profile = Assert.Single(file.GetProperty("profiles").EnumerateArray());

        Assert.EndsWith("}\n", text);
        Assert.Equal("https://www.speedscope.app/file-format-schema.json", file.GetProperty("$schema").GetString());
        Assert.Equal("net", file.GetProperty("name").GetString());
        Assert.Equal(["net", "a", "a/x", "a/y"], Frames(file));
        Assert.Equal("sampled", profile.GetProperty("type").GetString());
        Assert.Equal("net: FLOPs by convention exact, 32 in all", profile.GetProperty("name").GetString());
        Assert.Equal("[[0, 1, 2], [0, 1, 3]]", profile.GetProperty("samples").GetRawText());
        Assert.Equal("[8, 24]", profile.GetProperty("weights").GetRawText());
        Assert.Equal((0, 32), (
            profile.GetProperty("startValue").GetInt64(), profile.GetProperty("endValue").GetInt64()));
    }

    [Fact]
    public void Several_networks_share_no_frames()
    {
        Network network = Pictured.Network("net", ("a", Pictured.Linear(1)));
        JsonElement file = JsonDocument.Parse(SpeedscopeProfile.Write(
            [Pictured.Of(network, variant: "w=1"), Pictured.Of(network, variant: "w=2")])).RootElement;

        Assert.Equal("2 networks", file.GetProperty("name").GetString());
        Assert.Equal(["net w=1", "a", "net w=2", "a"], Frames(file));
        Assert.Equal(
            ["[[0, 1]]", "[[2, 3]]"],
            file.GetProperty("profiles").EnumerateArray().Select(profile => profile.GetProperty("samples").GetRawText()));
    }

    private static string[] Frames(JsonElement file) =>
    [
        .. file.GetProperty("shared").GetProperty("frames").EnumerateArray()
            .Select(frame => frame.GetProperty("name").GetString()!),
    ];
}
