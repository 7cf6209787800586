using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using System.Xml.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Reports;
using static FlopsPS.Core.Tests.Budgets.Budgeted;
using static FlopsPS.Core.Tests.Reports.Reported;

namespace FlopsPS.Core.Tests.Reports;

public class ReportFormTests
{
    internal const string Hostile =
        "a<b>&\"'|`*_[x]\\~$@team\u0000\u001b\r\n]]>--%0A;:,##vso[task.complete]::error::\ud800Ü漢😀";

    // On Windows a backslash separates as a slash does.
    internal static string HostileFile { get; } = Hostile.Replace('\\', '-') + ".yaml";

    public static TheoryData<string> Inputs => [.. s_inputs.Keys];

    private static readonly Dictionary<string, Func<Report>> s_inputs = new()
    {
        ["none"] = () => Report(Array.Empty<ReportRow>()),
        ["verdicts"] = () => Report(Verdicts(Deep(90), Baseline(Deep()), "+0%", "+10%", "1", "-100%")),
        ["changes"] = () => Report(Changes(Deep(), Deep(90), includeEqual: true)),
        ["no change"] = () => Report(Changes(Deep(), Deep())),
        ["conventions"] = () => Report(ByConvention(Deep(90), "mac", "fvcore", "thop")),
        ["terms"] = () => Report(ByConvention(Deep(90), "mac", "torchinfo").SelectMany(row => row.Terms)),
        ["networks"] = () => Report([Nets.Cost(Deep()), Nets.Cost(Deep(3), "fvcore")]),
        ["layers"] = () => Report(Nets.Rows(Deep(), "exact", CostGrouping.Layer, explain: true)),
        ["not counted"] = () => Report(Nets.Rows(
            Nets.Chain(Nets.Shape(1, 10), Nets.Layer("linear", ("out", 3)), Nets.Layer("sigmoid")), "thop")),
        ["several kinds"] = () => Report(
        [
            Nets.Cost(Deep()),
            .. Changes(Deep(), Deep(90)),
            .. Verdicts(Deep(90), Baseline(Deep()), "+0%"),
        ]),
        ["hostile"] = () => Report(HostileRows()),
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void JUnit_results_are_valid(string input) =>
        Assert.Empty(Schemas.OfJUnit(s_inputs[input]().Text(ReportForm.JUnitXml)));

    [Theory]
    [MemberData(nameof(Inputs))]
    public void NUnit_results_are_valid(string input) =>
        Assert.Empty(Schemas.OfNUnit(s_inputs[input]().Text(ReportForm.NUnitXml)));

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Sarif_results_are_valid(string input) =>
        Assert.Empty(await Schemas.OfSarif(s_inputs[input]().Text(ReportForm.Sarif)));

    [Fact]
    public async Task The_schemas_can_complain()
    {
        Assert.NotEmpty(Schemas.OfJUnit("<testsuites><testcase/></testsuites>"));
        Assert.NotEmpty(Schemas.OfNUnit("<test-run id='0'/>"));
        Assert.NotEmpty(await Schemas.OfSarif("{ \"version\": \"2.1.0\", \"runs\": [ { \"results\": [] } ] }"));
    }

    [Theory]
    [InlineData(ReportForm.JUnitXml)]
    [InlineData(ReportForm.NUnitXml)]
    [InlineData(ReportForm.Sarif)]
    [InlineData(ReportForm.GitHubAnnotation)]
    [InlineData(ReportForm.AzureAnnotation)]
    [InlineData(ReportForm.Markdown)]
    public void One_layer_of_160_that_became_dearer_is_named_in_the_first_line(ReportForm form)
    {
        Assert.Contains("block90/linear", FirstLine(Report(Verdicts(Deep(90), Baseline(Deep()), "+10%", "+0%")), form));
        Assert.Contains("block90/linear", FirstLine(Report(Changes(Deep(), Deep(90))), form));
        Assert.Contains("block90/linear", FirstLine(s_inputs["several kinds"](), form));
    }

    [Theory]
    [InlineData(ReportForm.JUnitXml)]
    [InlineData(ReportForm.NUnitXml)]
    [InlineData(ReportForm.Sarif)]
    public void Files_that_name_an_encoding_or_need_none_hold_ascii_alone(ReportForm form) =>
        Assert.All(s_inputs["hostile"]().Text(form), letter => Assert.InRange(letter, '\n', '~'));

    [Theory]
    [InlineData(ReportForm.JUnitXml)]
    [InlineData(ReportForm.NUnitXml)]
    public void Xml_keeps_every_character_that_it_can_hold(ReportForm form)
    {
        // U+0000, U+001B, the carriage return and half a surrogate pair cannot stand in XML.
        string kept = Hostile.Replace('\u0000', '\uFFFD').Replace('\u001b', '\uFFFD').Replace('\r', '\uFFFD')
            .Replace('\ud800', '\uFFFD');
        XElement root = XDocument.Parse(s_inputs["hostile"]().Text(form)).Root!;

        Assert.Contains(root.Descendants(), element => element.Attribute("name")?.Value == kept);
    }

    [Fact]
    public void Sarif_keeps_every_character_that_is_whole()
    {
        using var json = JsonDocument.Parse(Report(HostileRows().Take(1)).Text(ReportForm.Sarif));
        string? message = json.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("message")
            .GetProperty("text").GetString();

        Assert.StartsWith(Hostile.Replace('\ud800', '\uFFFD') + ": ", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void Forms_are_the_same_in_every_culture(string culture)
    {
        ReportForm[] forms = Enum.GetValues<ReportForm>();
        CultureInfo before = CultureInfo.CurrentCulture;
        string[] expected = [.. s_inputs.Values.SelectMany(make => forms.Select(form => make().Text(form)))];
        try
        {
            CultureInfo.CurrentCulture = new(culture);
            Assert.Equal(expected, s_inputs.Values.SelectMany(make => forms.Select(form => make().Text(form))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_name_of_a_test_is_its_own()
    {
        XElement root = XDocument.Parse(s_inputs["several kinds"]().Text(ReportForm.JUnitXml)).Root!;
        string[] names = [.. root.Descendants("testcase").Select(test => test.Attribute("name")!.Value)];

        Assert.Equal(names.Distinct(), names);
    }

    /// <summary>A verdict that fails, a measurement and a change, all of a network whose name is not made for files.
    /// </summary>
    internal static IEnumerable<ReportRow> HostileRows()
    {
        (string, object?)[] changed =
        [
            ("Network", Hostile), ("ReferenceNetwork", Hostile), ("Layer", Hostile), ("Path", $"/build/{HostileFile}"),
        ];
        yield return Row(Verdicts(Deep(90), Baseline(Deep()), "+0%").Single(), changed[0], changed[3]);
        yield return Row(Nets.Cost(Deep(), ConventionCatalog.Default), changed[0], changed[3]);
        yield return Row(Changes(Deep(), Deep(90)).Last(), changed);
    }

    /// <summary>The first thing that a reader of the form sees: the text of the first failure, else of the first test.
    /// </summary>
    private static string FirstLine(Report report, ReportForm form)
    {
        string text = report.Text(form);
        string shown = form switch
        {
            ReportForm.JUnitXml => First(text, "failure", "system-out"),
            ReportForm.NUnitXml => First(text, "message", "output"),
            ReportForm.Sarif => JsonDocument.Parse(text).RootElement.GetProperty("runs")[0].GetProperty("results")[0]
                .GetProperty("message").GetProperty("text").GetString()!,
            _ => text,
        };
        return shown.Split('\n')[0];
    }

    private static string First(string xml, params string[] names) => names
        .SelectMany(name => XDocument.Parse(xml).Descendants(name))
        .First().Value;
}
