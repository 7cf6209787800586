using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using FlopsPS.Json;

namespace FlopsPS.Reports;

/// <summary>A report as results of static analysis, SARIF 2.1.0: of the entries those that somebody should look at,
/// since its viewers show each result as a problem.</summary>
internal static class Sarif
{
    /// <summary>The tool that all forms name.</summary>
    public const string ToolName = "FlopsPS";

    private const string Root = "%SRCROOT%";

    public static string Of(Report report)
    {
        ReportEntry[] findings = [.. report.Findings];
        ReportRule[] rules = [.. findings.Select(finding => finding.Rule).Distinct()];
        string text = JsonText.Of(new JsonMap
        {
            { "$schema", "https://json.schemastore.org/sarif-2.1.0.json" },
            { "version", "2.1.0" },
            {
                "runs", new JsonMap[]
                {
                    new()
                    {
                        { "tool", new JsonMap { { "driver", Driver(rules) } } },
                        { "originalUriBaseIds", new JsonMap { { Root, Base() } } },
                        { "columnKind", "utf16CodeUnits" },
                        { "results", findings.Select(finding => Result(finding, Array.IndexOf(rules, finding.Rule))) },
                    },
                }
            },
        });
        return Ascii(text);
    }

    private static JsonMap Driver(IEnumerable<ReportRule> rules) => new()
    {
        { "name", ToolName },
        { "version", typeof(Sarif).Assembly.GetName().Version.ToString(3) },
        {
            "rules", rules.Select(rule => new JsonMap
            {
                { "id", rule.Id },
                { "shortDescription", new JsonMap { { "text", rule.Description } } },
            })
        },
    };

    private static JsonMap Result(ReportEntry finding, int rule) => new()
    {
        { "ruleId", finding.Rule.Id },
        { "ruleIndex", rule },
        { "level", Level(finding.Status) },
        { "message", new JsonMap { { "text", finding.Message } } },
        { "locations", new[] { Location(finding) } },
        { "partialFingerprints", new JsonMap { { "networkReport/v1", Fingerprint(finding) } } },
        { "properties", Properties(finding) },
    };

    private static JsonMap Location(ReportEntry finding) => new()
    {
        {
            "physicalLocation", finding.Place is not { } place ? null : new JsonMap
            {
                {
                    "artifactLocation", new JsonMap
                    {
                        { "uri", Uri(place) },
                        { "uriBaseId", place.RelativePath is null ? null : Root },
                    }
                },
                { "region", place.Line == 0 ? null : new JsonMap { { "startLine", place.Line } } },
            }
        },
        {
            "logicalLocations", new[]
            {
                new JsonMap
                {
                    { "name", finding.Layer ?? finding.Network },
                    {
                        "fullyQualifiedName",
                        finding.Layer is { } layer ? $"{finding.Network}/{layer}" : finding.Network
                    },
                },
            }
        },
    };

    private static JsonMap Properties(ReportEntry finding)
    {
        var properties = new JsonMap();
        foreach (KeyValuePair<string, object> detail in finding.Details)
        {
            properties.Add(detail.Key, detail.Value is long or decimal or double or bool
                ? detail.Value
                : Convert.ToString(detail.Value, CultureInfo.InvariantCulture));
        }

        return properties;
    }

    // Where that folder is on this machine is nothing to others.
    private static JsonMap Base() =>
        new() { { "description", new JsonMap { { "text", "The folder that the report was made in." } } } };

    private static string Level(ReportStatus status) => status switch
    {
        ReportStatus.Failed => "error",
        ReportStatus.Warning => "warning",
        _ => "note",
    };

    private static string Uri(ReportPlace place) => place.RelativePath is { } path
        ? string.Join("/", path.Split('/').Select(System.Uri.EscapeDataString))
        : new Uri(place.FullPath).AbsoluteUri;

    /// <summary>The same from run to run as long as the same thing is looked at, whatever its figures.</summary>
    private static string Fingerprint(ReportEntry finding)
    {
        using var hash = SHA256.Create();
        byte[] bytes = hash.ComputeHash(Encoding.UTF8.GetBytes($"{finding.Rule.Id}\n{finding.Name}"));
        return string.Concat(bytes.Take(16).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>The same JSON in whatever encoding a shell writes text: there are other characters in strings only, and
    /// there they can be escaped.</summary>
    private static string Ascii(string json)
    {
        // Half a character, which no file can hold, becomes the replacement character on the way.
        string whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(json));
        var text = new StringBuilder(whole.Length);
        foreach (char letter in whole)
        {
            if (letter <= '~')
            {
                text.Append(letter);
            }
            else
            {
                text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }
}
