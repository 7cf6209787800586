using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace FlopsPS.Reports;

/// <summary>Writes XML that is the same file in whatever encoding a shell writes text: it has ASCII characters only,
/// and does not say which encoding it is in.</summary>
internal static class XmlText
{
    private const char Replacement = '\uFFFD';

    private static readonly XmlWriterSettings s_settings = new()
    {
        Encoding = new ASCIIEncoding(),
        Indent = true,
        NewLineChars = "\n",
        OmitXmlDeclaration = true,
        CloseOutput = false,
    };

    /// <summary>The text of a document, of which characters that XML cannot hold are replaced.</summary>
    public static string Of(XElement root)
    {
        foreach (XElement element in root.DescendantsAndSelf())
        {
            foreach (XAttribute attribute in element.Attributes())
            {
                attribute.Value = Clean(attribute.Value);
            }

            foreach (XText text in element.Nodes().OfType<XText>())
            {
                text.Value = Clean(text.Value);
            }
        }

        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, s_settings))
        {
            root.Save(writer);
        }

        return "<?xml version=\"1.0\"?>\n" + Encoding.ASCII.GetString(bytes.ToArray());
    }

    // A carriage return would come back as a line feed.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text, i++, 2);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[i]) && text[i] != '\r' ? text[i] : Replacement);
            }
        }

        return clean.ToString();
    }
}
