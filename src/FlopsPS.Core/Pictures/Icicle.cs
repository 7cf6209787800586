using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace FlopsPS.Pictures;

/// <summary>
/// Draws an icicle as SVG: the network on top, its blocks below it, layers at the bottom. Places and widths are
/// percentages, so that it is as wide as there is room, with text of the same size.
/// </summary>
internal static class Icicle
{
    /// <summary>The width for which labels are cut.</summary>
    public const int Width = 1200;

    private const int RowHeight = 28;
    private const int LetterWidth = 7;

    // Below this a gap between rectangles would be wider than they are.
    private const int ThinWidth = 4;

    /// <summary>The height of a layout.</summary>
    public static int HeightOf(IcicleLayout layout) => layout.Levels * RowHeight;

    /// <summary>The rectangles, each an svg element of its own, which cuts what is too long.</summary>
    /// <param name="picture">The network.</param>
    /// <param name="layout">Where everything is.</param>
    /// <param name="svg">The namespace of the elements: none within a page.</param>
    public static IEnumerable<XElement> Draw(NetworkPicture picture, IcicleLayout layout, XNamespace svg) =>
        layout.Boxes.Select(box => Draw(picture, box, svg));

    /// <summary>What there is to say of layers that cannot be seen; nothing when all can be.</summary>
    public static IEnumerable<string> Notes(NetworkPicture picture, IcicleLayout layout)
    {
        int free = picture.Layers.Count - picture.Root.CostlyLayers;
        if (picture.Root.Total == 0)
        {
            yield return $"Nothing to draw: no layer has {picture.Unit} by convention {picture.Convention.Name}.";
        }
        else if (free > 0)
        {
            yield return FormattableString.Invariant(
                $"{Layers(free)} without {picture.Unit} by convention {picture.Convention.Name} and so without width.");
        }

        if (layout.MergedLayers > 0)
        {
            yield return FormattableString.Invariant(
                $"Grey boxes hold what is less than 1/{layout.Parts} of all: {Layers(layout.MergedLayers)}.");
        }
    }

    private static XElement Draw(NetworkPicture picture, IcicleBox box, XNamespace svg)
    {
        long whole = picture.Root.Total;
        long width = (long)((decimal)box.Cost * Width / whole);
        string label = Label(box, width);
        return new XElement(
            svg + "svg",
            new XAttribute("class", ClassOf(box) + (width < ThinWidth ? " t" : string.Empty)),
            new XAttribute("x", Share.Length(box.Offset, whole)),
            new XAttribute("y", box.Level * RowHeight),
            new XAttribute("width", Share.Length(box.Cost, whole)),
            new XAttribute("height", RowHeight),
            new XElement(svg + "title", $"{Name(box)}\n{FiguresOf(picture, box)}"),
            new XElement(svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%")),
            label.Length == 0
                ? null
                : new XElement(svg + "text", new XAttribute("x", 4), new XAttribute("y", 18), label));
    }

    private static string ClassOf(IcicleBox box) => box.IsOpen ? "b"
        : IcicleLayout.IsSingle(box) ? LayerFamilies.ClassOf(box.Branches[0].Family)
        : "m";

    private static string Name(IcicleBox box)
    {
        CostBranch first = box.Branches[0];
        if (box.Branches.Count > 1)
        {
            int layers = box.Branches.Sum(branch => branch.CostlyLayers);
            return $"{Layers(layers)}, {first.Path} to {box.Branches[box.Branches.Count - 1].Path}";
        }

        return first.Children.Count == 0 ? $"{first.Path}, {first.Layer?.Kind}"
            : box.IsOpen ? first.Path
            : $"{first.Path}, {Layers(first.CostlyLayers)}";
    }

    private static string FiguresOf(NetworkPicture picture, IcicleBox box) => FormattableString.Invariant(
        $"{box.Cost:N0} {picture.Unit}, {Share.Text(box.Cost, picture.Root.Total)}");

    private static string Label(IcicleBox box, long width)
    {
        string name = box.Branches.Count > 1 ? string.Empty : box.Branches[0].Name;
        int letters = (int)((width - 6) / LetterWidth);
        return name.Length <= letters ? name
            : letters < 3 ? string.Empty
            : name.Substring(0, letters - 1) + "…";
    }

    private static string Layers(int count) =>
        count == 1 ? "1 layer" : FormattableString.Invariant($"{count:N0} layers");
}
