using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Xml.Linq;

namespace FlopsPS.Pictures;

/// <summary>
/// A page that shows networks and needs nothing else: no server, no script, no font. It asks for nothing over the
/// network, and by its own policy could not; what a script adds is sorting, searching and zooming. The same networks
/// make the same page.
/// </summary>
public static class HtmlReport
{
    private static readonly Regex s_place = new(@"\{\{(\w+)\}\}", RegexOptions.CultureInvariant);

    /// <summary>The text of the page: a section for each network.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static string Write(IReadOnlyList<NetworkPicture> pictures, CancellationToken cancellation = default)
    {
        string style = Resource.Read("icicle.css") + Resource.Read("report.css");
        string script = Resource.Read("report.js");
        var values = new Dictionary<string, string>
        {
            ["title"] = Markup.Write(new XElement("title", $"{Title(pictures)} - FlopsPS")),
            ["style"] = style,
            ["styleHash"] = Hash(style),
            ["script"] = script,
            ["scriptHash"] = Hash(script),
            ["body"] = Markup.Write(Body(pictures, cancellation)),
        };
        return s_place.Replace(Resource.Read("report.html"), place => values[place.Groups[1].Value]);
    }

    private static string Title(IReadOnlyList<NetworkPicture> pictures) =>
        pictures.Count == 1 ? pictures[0].Title : FormattableString.Invariant($"{pictures.Count} networks");

    private static XElement Body(IReadOnlyList<NetworkPicture> pictures, CancellationToken cancellation)
    {
        bool isAlone = pictures.Count == 1;
        return new XElement(
            "main",
            isAlone ? null : new XElement("h1", Title(pictures)),
            isAlone ? null : OverviewTable.Of(pictures),
            pictures.Select((picture, index) =>
                new NetworkSection(picture, index, isAlone ? 1 : 2).Write(cancellation)),
            new XElement("footer", new XElement(
                "p",
                "A MAC is a multiply-accumulate, FLOPs are an amount of floating-point operations; a figure means "
                + "something within its convention only. Written by FlopsPS.")));
    }

    // What a policy names a style or a script by: no other may take effect.
    private static string Hash(string text)
    {
        using var hash = SHA256.Create();
        return "sha256-" + Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}
