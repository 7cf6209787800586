using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace FlopsPS.Reports;

/// <summary>
/// A report as test results of JUnit: a suite for each network, a case for each entry. A case fails, or is skipped, or
/// passes; JUnit knows no warning, so one passes and says so in its output.
/// </summary>
internal static class JUnitXml
{
    public static string Of(Report report) => XmlText.Of(
        new("testsuites",
            new XAttribute("name", Sarif.ToolName),
            new XAttribute("tests", report.Entries.Count()),
            new XAttribute("failures", Failures(report.Entries)),
            new XAttribute("errors", 0),
            new XAttribute("time", 0),
            report.Entries.GroupBy(entry => entry.Network).Select(suite => Suite(suite.Key, [.. suite]))));

    private static XElement Suite(string name, IReadOnlyList<ReportEntry> entries) =>
        new("testsuite",
            new XAttribute("name", name),
            new XAttribute("tests", entries.Count),
            new XAttribute("failures", Failures(entries)),
            new XAttribute("errors", 0),
            new XAttribute("skipped", entries.Count(entry => entry.Status == ReportStatus.Skipped)),
            new XAttribute("time", 0),
            entries.Select(Case));

    private static XElement Case(ReportEntry entry) =>
        new("testcase",
            new XAttribute("name", entry.Name),
            new XAttribute("classname", $"{Sarif.ToolName}.{entry.Rule.Id}"),
            new XAttribute("time", 0),
            entry.Status switch
            {
                ReportStatus.Failed => new XElement(
                    "failure",
                    new XAttribute("message", entry.Message),
                    new XAttribute("type", entry.Rule.Id),
                    Text(entry)),
                ReportStatus.Skipped => new XElement("skipped", new XAttribute("message", entry.Message)),
                ReportStatus.Warning => new XElement("system-out", "warning: " + Text(entry)),
                _ => new XElement("system-out", Text(entry)),
            });

    private static int Failures(IEnumerable<ReportEntry> entries) =>
        entries.Count(entry => entry.Status == ReportStatus.Failed);

    private static string Text(ReportEntry entry) => $"{entry.Message}\n{entry.DetailText}\n";
}
