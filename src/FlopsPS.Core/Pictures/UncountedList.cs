using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace FlopsPS.Pictures;

/// <summary>The places where a convention leaves operations out: by kind, each with its layers.</summary>
internal static class UncountedList
{
    // As many as a reader goes through; the number is that of all.
    private const int MostPaths = 100;

    /// <summary>The list, or null where everything is counted.</summary>
    public static XElement? Of(NetworkPicture picture)
    {
        var groups = picture.Layers
            .Where(branch => branch.Layer!.Uncounted is not null)
            .GroupBy(branch => (Kind: branch.Layer!.Kind!, Operations: branch.Layer.Uncounted!))
            .OrderByDescending(group => group.Count())
            .ToArray();
        return groups.Length == 0 ? null : Markup.Styled("ul", "uncounted", groups.Select(group => new XElement(
            "li",
            new XElement(
                "details",
                new XElement("summary", Heading(group.Key.Kind, group.Key.Operations, group.Count())),
                new XElement("p", Paths(group), Rest(group.Count()))))));
    }

    private static string Paths(IEnumerable<CostBranch> layers) =>
        string.Join(", ", layers.Take(MostPaths).Select(layer => layer.Path));

    private static string Heading(string kind, string operations, int layers)
    {
        string what = kind == operations ? kind : $"{kind} ({operations})";
        return FormattableString.Invariant($"{what}, {layers:N0} layer{(layers == 1 ? string.Empty : "s")}");
    }

    private static string Rest(int layers) => layers <= MostPaths
        ? string.Empty
        : FormattableString.Invariant($" and {layers - MostPaths:N0} more");
}
