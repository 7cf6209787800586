using System.Linq;
using FlopsPS.Pictures;

namespace FlopsPS.Core.Tests.Pictures;

public class CostTreeTests
{
    [Fact]
    public void A_block_costs_what_its_layers_cost()
    {
        CostBranch root = Pictured.Of(("a/x", 1), ("b", 2), ("a/y/z", 3)).Root;

        Assert.Equal(["net 48 3", "a 32 2", "b 16 1"], root.Children.Prepend(root).Select(Text));
        Assert.Equal(["x 8 1", "y 24 1"], root.Children[0].Children.Select(Text));
        Assert.Equal("a/y/z", root.Children[0].Children[1].Children.Single().Path);
    }

    [Fact]
    public void A_layer_may_hold_layers_beside_its_own_cost()
    {
        CostBranch a = Pictured.Of(("a", 1), ("a/b", 2)).Root.Children.Single();

        Assert.Equal((8, 24), (a.Own, a.Total));
    }

    [Fact]
    public void What_is_too_deep_keeps_the_rest_of_its_path_as_its_name()
    {
        string path = string.Join("/", Enumerable.Range(0, 5000));
        NetworkPicture picture = Pictured.Of((path, 1));

        CostBranch layer = picture.Layers.Single();
        Assert.Equal(CostTree.Levels, layer.Line.Count());
        Assert.Equal(path, string.Join("/", layer.Line.Select(branch => branch.Name)));
        Assert.StartsWith("31/32/33/", layer.Name);
    }

    [Theory]
    [InlineData(0, 0, "0 %")]
    [InlineData(0, 5, "0 %")]
    [InlineData(5, 5, "100 %")]
    [InlineData(1, 3, "33.33 %")]
    [InlineData(1, 8, "12.50 %")]
    [InlineData(1, 20_000, "0.01 %")]
    [InlineData(1, 20_001, "<0.01 %")]
    [InlineData(20_000, 20_001, ">99.99 %")]
    [InlineData(long.MaxValue - 1, long.MaxValue, ">99.99 %")]
    public void Only_nothing_is_0_percent_and_only_all_is_100(long part, long whole, string text) =>
        Assert.Equal(text, Share.Text(part, whole));

    private static string Text(CostBranch branch) => $"{branch.Name} {branch.Total} {branch.CostlyLayers}";
}
