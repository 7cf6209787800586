using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace FlopsPS.Pictures;

/// <summary>Writes elements as text that is XML and HTML at once: escaped everywhere, by the writer.</summary>
internal static class Markup
{
    // What no document may hold, even escaped: control characters, halves of letters.
    private static readonly Regex s_forbidden = new(
        @"[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF]|"
        + @"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]",
        RegexOptions.CultureInvariant);

    private static readonly XmlWriterSettings s_settings = new()
    {
        OmitXmlDeclaration = true,
        NewLineChars = "\n",
    };

    /// <summary>The text of an element. A character that no document may hold is written as U+FFFD.</summary>
    public static string Write(XElement element)
    {
        foreach (XElement part in element.DescendantsAndSelf())
        {
            foreach (XText text in part.Nodes().OfType<XText>())
            {
                text.Value = Clean(text.Value);
            }

            foreach (XAttribute attribute in part.Attributes())
            {
                attribute.Value = Clean(attribute.Value);
            }
        }

        var written = new StringBuilder();
        using (var writer = XmlWriter.Create(written, s_settings))
        {
            element.WriteTo(writer);
        }

        return written.ToString();
    }

    /// <summary>Elements, each on a line of its own, so that a diff shows which one changed.</summary>
    public static IEnumerable<object> Lines(IEnumerable<XElement> elements) =>
        elements.SelectMany(element => new object[] { "\n", element }).Concat(["\n"]);

    /// <summary>An element with a class.</summary>
    public static XElement Styled(string name, string style, params object?[] content) =>
        new(name, new XAttribute("class", style), content);

    /// <summary>A dot in the colour of a family.</summary>
    public static XElement Swatch(LayerFamily family) => Styled("i", LayerFamilies.ClassOf(family), string.Empty);

    private static string Clean(string text) => s_forbidden.Replace(text, "\uFFFD");
}
