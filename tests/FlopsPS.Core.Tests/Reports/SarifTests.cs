using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FlopsPS.Counting;
using FlopsPS.Reports;
using static FlopsPS.Core.Tests.Budgets.Budgeted;
using static FlopsPS.Core.Tests.Reports.Reported;

namespace FlopsPS.Core.Tests.Reports;

public class SarifTests
{
    [Fact]
    public void Results_are_what_somebody_should_look_at()
    {
        JsonElement[] results = Results(Report(Verdicts(Net(("a", 10)), null, "1", "2", "1M")));

        Assert.Equal(2, results.Length);
        Assert.All(results, result => Assert.Equal("error", result.GetProperty("level").GetString()));
        Assert.All(results, result => Assert.Equal("budget/flops", result.GetProperty("ruleId").GetString()));
    }

    [Fact]
    public void A_result_says_where_and_how_much()
    {
        ResultRow row = Changes(Net(("b/a", 10)), Net(("b/a", 20))).Last();
        row.Line = 3;
        JsonElement result = Results(Report(Row(row, ("Path", "/build/my nets/ü#.yaml")))).Single();
        JsonElement location = result.GetProperty("locations")[0];
        JsonElement file = location.GetProperty("physicalLocation").GetProperty("artifactLocation");

        Assert.Equal("my%20nets/%C3%BC%23.yaml", file.GetProperty("uri").GetString());
        Assert.Equal("%SRCROOT%", file.GetProperty("uriBaseId").GetString());
        Assert.Equal(
            3, location.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(
            "net/b/a", location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
        Assert.Equal(100, result.GetProperty("properties").GetProperty("MacsDifference").GetInt64());
    }

    [Fact]
    public void A_file_outside_of_the_folder_is_absolute()
    {
        JsonElement file = Results(Report(Row(Nets.Cost(Deep()), ("Path", "/other/a b.yaml")))).Single()
            .GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");

        Assert.Equal("file:///other/a%20b.yaml", file.GetProperty("uri").GetString());
        Assert.False(file.TryGetProperty("uriBaseId", out _));
    }

    [Fact]
    public void A_fingerprint_stays_when_figures_change_and_differs_between_results()
    {
        string[] Of(int biased) => [.. Results(Report(
        [
            .. Verdicts(Deep(biased), Baseline(Deep()), "+0%", "-1%"),
            .. Changes(Deep(), Deep(biased)).Take(1),
            Nets.Cost(Deep(biased)),
        ])).Select(result => result.GetProperty("partialFingerprints").GetProperty("networkReport/v1").GetString()!)];

        Assert.Equal(Of(90), Of(91));
        Assert.Equal(4, Of(90).Distinct().Count());
    }

    [Fact]
    public void A_fingerprint_is_half_of_the_hash_of_rule_and_name()
    {
        Report report = Report(Verdicts(Deep(), null, "1"));
        ReportEntry entry = report.Entries.Single();
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{entry.Rule.Id}\n{entry.Name}"));

        Assert.Equal(
            Convert.ToHexStringLower(hash[..16]),
            Results(report).Single().GetProperty("partialFingerprints").GetProperty("networkReport/v1").GetString());
    }

    [Fact]
    public void Figures_are_numbers_and_other_columns_are_texts()
    {
        JsonElement properties = Results(Report(Row(
            Nets.Cost(Deep()), ("Uncounted", new Version(1, 2)), ("Coverage", 0.5), ("InputShape", string.Empty))))
            .Single().GetProperty("properties");

        Assert.Equal(16_000, properties.GetProperty("Macs").GetInt64());
        Assert.Equal(0.5, properties.GetProperty("Coverage").GetDouble());
        Assert.Equal("1.2", properties.GetProperty("Uncounted").GetString());
        Assert.False(properties.TryGetProperty("InputShape", out _));
    }

    [Fact]
    public void A_result_is_called_by_its_layer_and_a_tilde_stays_itself()
    {
        ResultRow row = Changes(Net(("b/a~c", 10)), Net(("b/a~c", 20))).Last();
        string text = Report(row).Text(ReportForm.Sarif);

        Assert.Equal("b/a~c", Results(Report(row)).Single().GetProperty("locations")[0]
            .GetProperty("logicalLocations")[0].GetProperty("name").GetString());
        Assert.Contains("\"b/a~c\"", text);
        Assert.Contains("\"%SRCROOT%\": {", text);
    }

    private static JsonElement[] Results(Report report) =>
    [
        .. JsonDocument.Parse(report.Text(ReportForm.Sarif)).RootElement
            .GetProperty("runs")[0].GetProperty("results").EnumerateArray(),
    ];
}
