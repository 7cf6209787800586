using System.Collections.Generic;

namespace FlopsPS.Reports;

/// <summary>Writes a report in a form.</summary>
public static class ReportForms
{
    /// <summary>The texts, each to be a line or a file of its own: one for each annotation, else a single one. Without
    /// a line feed at the end.</summary>
    public static IEnumerable<string> Write(Report report, ReportForm form) => form switch
    {
        ReportForm.JUnitXml => [JUnitXml.Of(report)],
        ReportForm.NUnitXml => [NUnitXml.Of(report)],
        ReportForm.Sarif => [Sarif.Of(report)],
        ReportForm.GitHubAnnotation => GitHubAnnotation.Of(report),
        ReportForm.AzureAnnotation => AzureAnnotation.Of(report),
        _ => [Markdown.Of(report)],
    };
}
