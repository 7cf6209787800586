using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Reports;

/// <summary>Workflow commands of GitHub Actions: ::error file=nets/a.yaml,line=3,title=a::message.</summary>
internal static class GitHubAnnotation
{
    // What GitHub shows of a title.
    private const int LongestTitle = 255;

    public static IEnumerable<string> Of(Report report) => Annotations.Of(report, Line, More);

    private static string Line(ReportEntry finding)
    {
        // A file outside of the repository has no page that an annotation could stand on.
        IEnumerable<string> place = finding.Place is not { RelativePath: { } file, Line: var line } ? []
            : line == 0 ? [$"file={Property(file)}"]
            : [$"file={Property(file)}", FormattableString.Invariant($"line={line}")];
        string title = finding.Name.Length <= LongestTitle ? finding.Name : finding.Name.Substring(0, LongestTitle);
        return $"::{Command(finding.Status)} {string.Join(",", place.Append($"title={Property(title)}"))}::"
            + Message(finding.Message);
    }

    private static string More(ReportStatus status, int count) =>
        $"::{Command(status)} title={Sarif.ToolName}::{Annotations.More(count)}";

    private static string Command(ReportStatus status) => status switch
    {
        ReportStatus.Failed => "error",
        ReportStatus.Warning => "warning",
        _ => "notice",
    };

    private static string Message(string text) =>
        text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Message(text).Replace(":", "%3A").Replace(",", "%2C");
}
