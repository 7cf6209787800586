using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace FlopsPS.Reports;

/// <summary>Logging commands of Azure Pipelines: ##vso[task.logissue
/// type=error;sourcepath=/s/a.yaml;linenumber=3]message. There is none for a note, which is a plain line.</summary>
internal static class AzureAnnotation
{
    // A percent sign is itself, but where it begins what the agent takes for an escape.
    private static readonly Regex s_escape = new(
        "%(?=3B|0D|0A|5D|AZP25)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static IEnumerable<string> Of(Report report) => Annotations.Of(report, Line, More);

    private static string Line(ReportEntry finding)
    {
        if (Type(finding.Status) is not { } type)
        {
            return Plain(finding.Message);
        }

        string place = finding.Place is { } at ? $"sourcepath={Property(at.FullPath)};" : string.Empty;
        string line = finding.Place is { Line: > 0 and var number }
            ? FormattableString.Invariant($"linenumber={number};")
            : string.Empty;
        return $"##vso[task.logissue type={type};{place}{line}code={Property(finding.Rule.Id)}]"
            + Message(finding.Message);
    }

    private static string More(ReportStatus status, int count)
    {
        string text = Annotations.More(count);
        return Type(status) is { } type ? $"##vso[task.logissue type={type}]{text}" : text;
    }

    private static string? Type(ReportStatus status) => status switch
    {
        ReportStatus.Failed => "error",
        ReportStatus.Warning => "warning",
        _ => null,
    };

    private static string Message(string text) =>
        s_escape.Replace(text, "%AZP25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Message(text).Replace(";", "%3B").Replace("]", "%5D");

    // The agent carries out a command wherever in a line it stands, and a name may hold one.
    private static string Plain(string text) =>
        text.Replace("##vso[", "## vso[").Replace('\r', ' ').Replace('\n', ' ');
}
