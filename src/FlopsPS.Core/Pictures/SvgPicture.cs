using System.Linq;
using System.Xml.Linq;

namespace FlopsPS.Pictures;

/// <summary>An icicle as a picture of its own: title, legend and notes in it, light or dark as its reader is.</summary>
public static class SvgPicture
{
    private const int Margin = 24;
    private const int Top = 78;
    private const int LineHeight = 20;
    private const int LegendWidth = 144;

    // What fits beside each other in the size of notes; the title of the picture has all of it.
    private const int LongestText = 160;

    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    /// <summary>The text of the file.</summary>
    public static string Write(NetworkPicture picture)
    {
        IcicleLayout layout = IcicleLayout.Of(picture.Root);
        int legend = Top + Icicle.HeightOf(layout) + LineHeight;
        string[] notes = [.. Icicle.Notes(picture, layout)];
        int width = Icicle.Width + (2 * Margin);
        int height = legend + ((notes.Length + 1) * LineHeight) + Margin;
        var root = new XElement(
            s_svg + "svg",
            new XAttribute("width", width),
            new XAttribute("height", height),
            new XAttribute("viewBox", $"0 0 {width} {height}"),
            new XAttribute("role", "img"),
            "\n",
            new XElement(s_svg + "title", $"{picture.Title}: {picture.Caption}"),
            "\n",
            new XElement(s_svg + "style", Resource.Read("icicle.css") + Resource.Read("svg.css")),
            "\n",
            new XElement(
                s_svg + "rect",
                new XAttribute("class", "page"),
                new XAttribute("width", "100%"),
                new XAttribute("height", "100%")),
            "\n",
            Text("name", Margin, 40, picture.Title),
            "\n",
            Text("note", Margin, 62, picture.Caption),
            "\n",
            new XElement(
                s_svg + "svg",
                new XAttribute("x", Margin),
                new XAttribute("y", Top),
                new XAttribute("width", Icicle.Width),
                new XAttribute("height", Icicle.HeightOf(layout)),
                Markup.Lines(Icicle.Draw(picture, layout, s_svg))),
            Markup.Lines(picture.Families
                .Where(entry => entry.Cost > 0)
                .Select((entry, index) => LegendEntry(entry.Family, entry.Name, index, legend))),
            Markup.Lines(notes
                .Select((note, index) => Text("note", Margin, legend + ((index + 2) * LineHeight), note))));
        return Markup.Write(root) + "\n";
    }

    private static XElement LegendEntry(LayerFamily family, string name, int index, int top)
    {
        int left = Margin + (index * LegendWidth);
        return new XElement(
            s_svg + "g",
            new XAttribute("class", LayerFamilies.ClassOf(family)),
            new XElement(
                s_svg + "rect",
                new XAttribute("x", left),
                new XAttribute("y", top - 10),
                new XAttribute("width", 12),
                new XAttribute("height", 12)),
            Text("note", left + 18, top, name));
    }

    private static XElement Text(string style, int x, int y, string text) => new(
        s_svg + "text",
        new XAttribute("class", style),
        new XAttribute("x", x),
        new XAttribute("y", y),
        text.Length <= LongestText ? text : text.Substring(0, LongestText - 1) + "…");
}
