using System.Collections.Generic;
using System.Linq;
using FlopsPS.Pictures;

namespace FlopsPS.Core.Tests.Pictures;

public class IcicleLayoutTests
{
    [Fact]
    public void Each_box_is_as_wide_as_it_costs_and_stands_below_what_it_is_a_part_of()
    {
        IcicleLayout layout = IcicleLayout.Of(Pictured.Of(("a/x", 1), ("b", 2), ("a/y", 3)).Root);

        Assert.Equal(["0 0+48 net", "1 0+32 a", "1 32+16 b", "2 0+8 x", "2 8+24 y"], layout.Boxes.Select(Text));
        Assert.Equal((3, 0), (layout.Levels, layout.MergedLayers));
    }

    [Fact]
    public void What_costs_nothing_has_no_box()
    {
        NetworkPicture picture = Pictured.Of(Pictured.Network(
            "net", ("a/relu", Nets.Layer("relu")), ("b", Pictured.Linear(1)), ("c", Nets.Layer("relu"))));

        Assert.Equal(["0 0+8 net", "1 0+8 b"], IcicleLayout.Of(picture.Root).Boxes.Select(Text));
    }

    [Fact]
    public void A_network_without_any_cost_has_no_box()
    {
        IcicleLayout layout = IcicleLayout.Of(Pictured.Of(Pictured.Network("net", ("a", Nets.Layer("relu")))).Root);

        Assert.Empty(layout.Boxes);
        Assert.Equal(0, layout.Levels);
    }

    [Fact]
    public void Neighbours_that_are_too_narrow_share_a_box()
    {
        IcicleLayout layout = IcicleLayout.Of(
            Pictured.Of(("a", 1), ("b/x", 1), ("b/y", 1), ("c", 10_000), ("d", 1)).Root);

        Assert.Equal(["0 0+80032 net", "1 0+24 a b", "1 24+80000 c", "1 80024+8 d"], layout.Boxes.Select(Text));
        Assert.Equal(3, layout.MergedLayers);
        Assert.False(layout.Boxes[1].IsOpen);
    }

    [Fact]
    public void Of_thousands_of_layers_some_hundred_boxes_are_drawn_and_none_is_forgotten()
    {
        NetworkPicture picture = Pictured.Large();

        IcicleLayout layout = IcicleLayout.Of(picture.Root);

        Assert.InRange(layout.Boxes.Count, 100, 800);
        Assert.Equal(picture.Root.Total, layout.Boxes.Where(box => !box.IsOpen).Sum(box => box.Cost));
        Assert.Equal(10_000, layout.MergedLayers + layout.Boxes.Count(IcicleLayout.IsSingle));
    }

    [Fact]
    public void Very_deep_and_very_wide_hierarchies_are_bounded()
    {
        string deep = string.Join("/", Enumerable.Range(0, 100));
        IEnumerable<(string, long)> layers = Enumerable.Range(0, 400).Select(i => ($"{i}/{deep}", 1L));

        IcicleLayout layout = IcicleLayout.Of(Pictured.Of([.. layers]).Root);

        Assert.InRange(layout.Boxes.Count, 1, 800);
        Assert.Equal(400, layout.MergedLayers);
    }

    [Fact]
    public void What_is_just_wide_enough_has_a_box_with_its_parts()
    {
        IcicleLayout layout = IcicleLayout.Of(Pictured.Of(("a/x", 1), ("b", 1199)).Root);

        Assert.Equal(["0 0+9600 net", "1 0+8 a", "1 8+9592 b", "2 0+8 x"], layout.Boxes.Select(Text));
    }

    [Fact]
    public void As_many_boxes_as_a_picture_may_hold_are_drawn()
    {
        IcicleLayout layout = IcicleLayout.Of(
            Pictured.Of([.. Enumerable.Range(0, 799).Select(i => ($"{i}", 1L))]).Root);

        Assert.Equal((800, 0), (layout.Boxes.Count, layout.MergedLayers));
    }

    private static string Text(IcicleBox box) =>
        $"{box.Level} {box.Offset}+{box.Cost} {string.Join(" ", box.Branches.Select(branch => branch.Name))}";
}
