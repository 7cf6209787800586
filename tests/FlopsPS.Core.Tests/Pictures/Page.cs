using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FlopsPS.Pictures;

namespace FlopsPS.Core.Tests.Pictures;

/// <summary>A report, parsed: it is XML but for what stands in style and script.</summary>
internal sealed class Page
{
    private static readonly Regex s_raw = new("<(style|script)>(.*?)</\\1>", RegexOptions.Singleline);

    public Page(params NetworkPicture[] pictures)
    {
        Text = HtmlReport.Write(pictures);
        Document = XDocument.Parse(s_raw.Replace(Text, string.Empty));
    }

    public string Text { get; }

    public XDocument Document { get; }

    /// <summary>What stands in style or script.</summary>
    public string[] Raw(string element) => [.. s_raw.Matches(Text)
        .Where(match => match.Groups[1].Value == element)
        .Select(match => match.Groups[2].Value)];

    public XElement[] All(string element) => [.. Document.Descendants(element)];

    /// <summary>The rows of the tables of a class, each as its cells.</summary>
    public string[][] Rows(string table) =>
    [
        .. All("table")
            .Where(element => element.Attribute("class")!.Value == table)
            .SelectMany(element => element.Element("tbody")!.Elements())
            .Select(row => row.Elements().Select(cell => cell.Value).ToArray()),
    ];
}
