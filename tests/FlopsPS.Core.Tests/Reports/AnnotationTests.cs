using System;
using System.Linq;
using System.Text.RegularExpressions;
using FlopsPS.Networks;
using FlopsPS.Reports;
using static FlopsPS.Core.Tests.Budgets.Budgeted;
using static FlopsPS.Core.Tests.Reports.Reported;

namespace FlopsPS.Core.Tests.Reports;

public class AnnotationTests
{
    private static readonly (string Escape, string Text)[] s_github =
        [("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")];

    private static readonly (string Escape, string Text)[] s_azure =
        [("%3B", ";"), ("%5D", "]"), ("%0D", "\r"), ("%0A", "\n"), ("%AZP25", "%")];

    [Fact]
    public void What_passes_is_not_annotated()
    {
        Report report = Report(Verdicts(Deep(), null, "1M"));

        Assert.Empty(ReportForms.Write(report, ReportForm.GitHubAnnotation));
        Assert.Empty(ReportForms.Write(report, ReportForm.AzureAnnotation));
    }

    [Fact]
    public void A_failure_is_an_error_at_its_file_and_line()
    {
        var verdict = Verdicts(Net(("a", 10)), null, "100").Single();
        verdict.Line = 7;
        Report report = Report(Row(verdict, ("Path", "/build/nets/a,b.yaml")));

        Assert.Equal(
            "::error file=nets/a%2Cb.yaml,line=7,title=net%2C FLOPs%3A flops%3A 100::"
            + "net: 190 FLOPs, 90 (90 %25) above the limit of 100: a 190",
            report.Text(ReportForm.GitHubAnnotation));
        Assert.Equal(
            "##vso[task.logissue type=error;sourcepath=/build/nets/a,b.yaml;linenumber=7;code=budget/flops]"
            + "net: 190 FLOPs, 90 (90 %) above the limit of 100: a 190",
            report.Text(ReportForm.AzureAnnotation));
    }

    [Fact]
    public void A_file_may_be_known_without_a_line() => Assert.StartsWith(
        "::notice file=deep.yaml,title=deep",
        Report(Row(Nets.Cost(Deep()), ("Path", "/build/deep.yaml"))).Text(ReportForm.GitHubAnnotation));

    [Theory]
    [InlineData("50%3b", "50%AZP253b")]
    [InlineData("50%", "50%")]
    public void Azure_reads_an_escape_in_any_case(string name, string text) => Assert.Contains(
        $"]{text}: ",
        Report(Row(Verdicts(Deep(), null, "1").Single(), ("Network", name))).Text(ReportForm.AzureAnnotation));

    [Fact]
    public void GitHub_annotates_no_file_that_is_outside_of_the_repository() => Assert.Equal(
        "::notice title=deep%2C exact%2C input 1x10::deep, exact: 16,000 parameters, 16,000 MACs, 30,400 FLOPs",
        Report(Row(Nets.Cost(Deep()), ("Path", "/zoo/deep.yaml"))).Text(ReportForm.GitHubAnnotation));

    [Fact]
    public void A_measurement_that_is_a_lower_bound_is_a_warning_and_a_whole_one_a_note()
    {
        Network network = Nets.Chain(Nets.Shape(1, 10), Nets.Layer("linear", ("out", 3)), Nets.Layer("sigmoid"));

        Assert.StartsWith("::warning ", Report(Nets.Cost(network, "thop")).Text(ReportForm.GitHubAnnotation));
        Assert.StartsWith("::notice ", Report(Nets.Cost(network)).Text(ReportForm.GitHubAnnotation));
        Assert.StartsWith(
            "##vso[task.logissue type=warning;", Report(Nets.Cost(network, "thop")).Text(ReportForm.AzureAnnotation));
        Assert.StartsWith("net, exact: 33 parameters", Report(Nets.Cost(network)).Text(ReportForm.AzureAnnotation));
    }

    [Fact]
    public void GitHub_reads_every_name_back_as_it_is()
    {
        foreach (string line in ReportForms.Write(Report(ReportFormTests.HostileRows()), ReportForm.GitHubAnnotation))
        {
            Match match = Regex.Match(
                line, "^::(error|notice) file=([^,:]+)(,line=[0-9]+)?,title=([^,:]+)::([^\r\n]+)$");

            Assert.True(match.Success, line);
            Assert.Equal(ReportFormTests.HostileFile, Unescape(match.Groups[2].Value, s_github));
            Assert.StartsWith(ReportFormTests.Hostile, Unescape(match.Groups[4].Value, s_github));
            Assert.StartsWith(ReportFormTests.Hostile, Unescape(match.Groups[5].Value, s_github[2..]));
        }
    }

    [Fact]
    public void Azure_reads_every_name_back_as_it_is_and_obeys_none()
    {
        string[] lines =
            [.. ReportForms.Write(Report(ReportFormTests.HostileRows()), ReportForm.AzureAnnotation)];
        Match match = Regex.Match(
            lines[0], "^##vso\\[task\\.logissue type=error;sourcepath=([^;\\]]+);code=[^;\\]]+\\]([^\r\n]+)$");

        Assert.True(match.Success, lines[0]);
        Assert.Equal($"/build/{ReportFormTests.HostileFile}", Unescape(match.Groups[1].Value, s_azure));
        Assert.StartsWith(ReportFormTests.Hostile, Unescape(match.Groups[2].Value, s_azure[2..]));
        Assert.All(lines[1..], line => Assert.DoesNotContain("##vso[", line));
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
    }

    [Theory]
    [InlineData(ReportForm.GitHubAnnotation, "::error title=FlopsPS::and 4 more, in the other forms of this report")]
    [InlineData(
        ReportForm.AzureAnnotation,
        "##vso[task.logissue type=error]and 4 more, in the other forms of this report")]
    public void Of_more_than_a_platform_shows_the_last_one_says_how_many_there_are(ReportForm form, string last)
    {
        Report Failing(int count) =>
            Report(Verdicts(Deep(), null, [.. Enumerable.Range(1, count).Select(limit => $"{limit}")]));

        string[] all = [.. ReportForms.Write(Failing(10), form)];
        Assert.Equal(10, all.Length);
        Assert.DoesNotContain(all, line => line.Contains(" more, "));
        string[] lines = [.. ReportForms.Write(Failing(13), form)];
        Assert.Equal(10, lines.Length);
        Assert.Equal(last, lines[9]);
    }

    [Fact]
    public void A_title_is_no_longer_than_GitHub_shows()
    {
        Report report = Report(Row(Verdicts(Deep(), null, "1").Single(), ("Network", new string('x', 300))));
        string title = report.Text(ReportForm.GitHubAnnotation).Split("title=")[1].Split("::")[0];

        Assert.Equal(new string('x', 255), title);
    }

    private static string Unescape(string text, (string Escape, string Text)[] escapes) =>
        escapes.Aggregate(text, (current, escape) =>
            current.Replace(escape.Escape, escape.Text, StringComparison.OrdinalIgnoreCase));
}
