using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace FlopsPS.Reports;

/// <summary>A report as test results of NUnit 3: a suite for each network, a case for each entry.</summary>
internal static class NUnitXml
{
    public static string Of(Report report) => XmlText.Of(
        new("test-run",
            new XAttribute("id", 0),
            Names(Sarif.ToolName, Sarif.ToolName),
            Counts([.. report.Entries]),
            new XAttribute("random-seed", 0),
            new XElement("filter"),
            report.Entries.GroupBy(entry => entry.Network)
                .Select((suite, at) => Suite(at + 1, suite.Key, [.. suite]))));

    private static XElement Suite(int id, string name, IReadOnlyList<ReportEntry> entries) =>
        new("test-suite",
            new XAttribute("type", "TestSuite"),
            new XAttribute("id", id),
            Names(name, $"{Sarif.ToolName}.{name}"),
            new XAttribute("runstate", "Runnable"),
            Counts(entries),
            entries.Select((entry, at) => Case($"{id}-{at + 1}", entry)));

    private static XElement Case(string id, ReportEntry entry) =>
        new("test-case",
            new XAttribute("id", id),
            Names(entry.Name, $"{Sarif.ToolName}.{entry.Name}"),
            new XAttribute("classname", $"{Sarif.ToolName}.{entry.Rule.Id}"),
            new XAttribute("runstate", entry.Status == ReportStatus.Skipped ? "Skipped" : "Runnable"),
            new XAttribute("seed", 0),
            new XAttribute("result", Result(entry.Status)),
            new XAttribute("asserts", 1),
            new XElement("properties", entry.Details.Select(Property)),
            entry.Status switch
            {
                ReportStatus.Failed => new XElement("failure", new XElement("message", entry.Message)),
                ReportStatus.Warning or ReportStatus.Skipped =>
                    new XElement("reason", new XElement("message", entry.Message)),
                _ => new XElement("output", entry.Message),
            });

    private static XElement Property(KeyValuePair<string, object> detail) =>
        new("property",
            new XAttribute("name", detail.Key),
            new XAttribute("value", Convert.ToString(detail.Value, CultureInfo.InvariantCulture)));

    private static XAttribute[] Names(string name, string fullName) =>
        [new("name", name), new("fullname", fullName)];

    private static XAttribute[] Counts(IReadOnlyList<ReportEntry> entries)
    {
        return
        [
            new("testcasecount", entries.Count),
            new("result", entries.Count == 0 ? "Inconclusive" : Result(entries.Max(entry => entry.Status))),
            new("total", entries.Count),
            new("passed", entries.Count(entry => entry.Status is ReportStatus.Passed or ReportStatus.Note)),
            Count("failed", ReportStatus.Failed),
            Count("warnings", ReportStatus.Warning),
            new("inconclusive", 0),
            Count("skipped", ReportStatus.Skipped),
            new("asserts", entries.Count),
        ];

        XAttribute Count(string name, ReportStatus status) => new(name, entries.Count(entry => entry.Status == status));
    }

    private static string Result(ReportStatus status) => status switch
    {
        ReportStatus.Failed => "Failed",
        ReportStatus.Warning => "Warning",
        ReportStatus.Skipped => "Skipped",
        _ => "Passed",
    };
}
