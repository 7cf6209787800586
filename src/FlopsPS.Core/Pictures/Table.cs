using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace FlopsPS.Pictures;

/// <summary>Tables of a page: they scroll within themselves under their headings, and a script can sort them.</summary>
internal static class Table
{
    /// <summary>A table under a caption that only readers of screens need.</summary>
    /// <param name="style">The class of the table, by which the style sheet knows its columns.</param>
    /// <param name="caption">The caption.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    public static XElement Of(string style, string caption, IReadOnlyList<Column> columns, IEnumerable<XElement> rows)
    {
        return Markup.Styled(
            "div",
            "scroll",
            new XAttribute("role", "region"),
            new XAttribute("tabindex", 0),
            new XAttribute("aria-label", caption),
            Markup.Styled(
                "table",
                style,
                new XElement("caption", caption),
                new XElement("thead", new XElement("tr", columns.Select(Heading))),
                new XElement("tbody", Markup.Lines(rows))));
    }

    /// <summary>A row, of a class where it has one; cells are cells as they are, or what stands in one.</summary>
    public static XElement Row(string? style, params IEnumerable<object?> cells) =>
        new("tr", style is null ? null : new XAttribute("class", style), cells.Select(CellOf));

    /// <summary>The cell that names its row.</summary>
    public static XElement Heading(params object?[] content) => new("th", new XAttribute("scope", "row"), content);

    private static XElement Heading(Column column) => new(
        "th",
        new XAttribute("scope", "col"),
        column.IsNumber ? new XAttribute("class", "n") : null,
        column.Name);

    private static XElement CellOf(object? content) => content switch
    {
        XElement { Name.LocalName: "th" } heading => heading,
        "0" or "0 %" => Markup.Styled("td", "z", content),
        _ => new XElement("td", content ?? string.Empty),
    };
}
