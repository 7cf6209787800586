using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Networks;

namespace FlopsPS.Pictures;

/// <summary>Writes networks in a form.</summary>
public static class NetworkReport
{
    /// <summary>The text of a file.</summary>
    /// <exception cref="NetworkException">The form holds one network, and there are several.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static string Write(
        ReportFormat format, IReadOnlyList<NetworkPicture> pictures, CancellationToken cancellation = default)
    {
        return format switch
        {
            ReportFormat.Svg => SvgPicture.Write(pictures.Count == 1 ? pictures[0] : throw TooMany(pictures)),
            ReportFormat.Speedscope => SpeedscopeProfile.Write(pictures),
            ReportFormat.FoldedStack => FoldedStacks.Write(pictures),
            _ => HtmlReport.Write(pictures, cancellation),
        };
    }

    /// <summary>What is missing in the pictures because the convention does not count it; for forms that have no place
    /// to say so.</summary>
    public static string Shortfall(IEnumerable<NetworkPicture> pictures) => string.Join("\n", pictures
        .Where(picture => picture.Uncounted is not null)
        .Select(picture => $"{picture.Title}: {picture.Convention.Name} does not count {picture.Uncounted}."));

    private static NetworkException TooMany(IReadOnlyList<NetworkPicture> pictures) => new(
        ErrorCode.FileUnwritable,
        FormattableString.Invariant($"A picture shows one network, and {pictures.Count} came in, ")
        + $"{pictures[0].Title} and {pictures[1].Title} among them; name a folder, where each gets a file of its own, "
        + "or write a page: -Format Html.");
}
