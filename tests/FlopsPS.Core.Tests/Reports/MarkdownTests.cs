using System;
using System.Linq;
using FlopsPS.Counting;
using FlopsPS.Reports;
using static FlopsPS.Core.Tests.Budgets.Budgeted;
using static FlopsPS.Core.Tests.Reports.Reported;

namespace FlopsPS.Core.Tests.Reports;

public class MarkdownTests
{
    [Fact]
    public void Verdicts_look_like() => AssertMarkdown(
        """
        ## :x: net: 190 FLOPs, 38 (25 %) above the limit of 152: a 190

        | Verdict | Network | Rule | Metric | Actual | Limit | Exceeded by | Causes |
        | --- | --- | --- | --- | --: | --: | --: | --- |
        | Fail | `net` | `flops: 152` | FLOPs | 190 | 152 | +38 (25 %) | a 190 |

        <details><summary>1 limit kept</summary>

        | Verdict | Network | Rule | Metric | Actual | Limit |
        | --- | --- | --- | --- | --: | --: |
        | Pass | `net` | `flops: 200` | FLOPs | 190 | 200 |

        </details>
        """,
        Report(Verdicts(Net(("a", 10)), null, "200", "152")));

    [Fact]
    public void A_change_looks_like() => AssertMarkdown(
        """
        ## deep: +10 FLOPs (+0.03 %), +10 parameters (+0.06 %): block90/linear bias false -> true +10 FLOPs

        | exact | Before | After | Difference |
        | --- | --: | --: | --: |
        | MACs | 16,000 | 16,000 | 0 |
        | FLOPs | 30,400 | 30,410 | +10 (+0.03 %) |
        | parameters | 16,000 | 16,010 | +10 (+0.06 %) |

        | Layer | Change | What | MACs | FLOPs | Parameters |
        | --- | --- | --- | --: | --: | --: |
        | `block90/linear` | Changed | bias false -> true | 0 | +10 | +10 |
        """,
        Report(Changes(Deep(), Deep(90))));

    [Fact]
    public void What_a_reader_does_not_look_at_is_folded()
    {
        string[] lines = Report(Changes(Net([.. Wide(10)]), Net([.. Wide(20)]))).Text(ReportForm.Markdown).Split('\n');
        int fold = Array.IndexOf(lines, "<details><summary>2 more layers</summary>");

        Assert.Equal(10, lines[..fold].Count(line => line.StartsWith("| `layer", StringComparison.Ordinal)));
        Assert.Equal(2, lines[fold..].Count(line => line.StartsWith("| `layer", StringComparison.Ordinal)));
        Assert.Equal("</details>", lines[^1]);
    }

    [Fact]
    public void A_comment_holds_all_of_it()
    {
        var rows = Enumerable.Range(0, 40).SelectMany(_ => Nets.Rows(Deep(), "exact", CostGrouping.Layer));
        string text = Report(rows).Text(ReportForm.Markdown);

        Assert.InRange(text.Length, 60_000, 65_536);
        Assert.Matches(@"\| and [0-9,]+ more, for which there is no room here \|\n\n</details>$", text);
    }

    [Fact]
    public void Sections_without_room_are_counted()
    {
        var rows = Enumerable.Range(0, 40).SelectMany(at => Nets
            .Rows(Deep(), "exact", CostGrouping.Layer)
            .Select(row => Row(row, ("Network", $"net{at}"))));

        string text = Report(rows).Text(ReportForm.Markdown);
        int shown = text.Split("\n\n## ").Length;

        Assert.InRange(shown, 2, 39);
        Assert.EndsWith($"\nand {40 - shown} more, for which there is no room here", text);
    }

    [Theory]
    [InlineData("vit_b_16", "vit_b_16", "`vit_b_16`")]
    [InlineData("_a_", @"\_a\_", "`_a_`")]
    [InlineData("a|b", @"a\|b", @"`a\|b`")]
    [InlineData("a`b``", @"a\`b\`\`", "``` a`b`` ```")]
    [InlineData("<b>&lt;", @"\<b>\&lt;", "`<b>&lt;`")]
    [InlineData("@team", "@<!-- -->team", "`@team`")]
    [InlineData("a\r\n# b", "a # b", "`a # b`")]
    public void Names_are_shown_as_they_are(string name, string inHeading, string inCell)
    {
        string text = Report(Row(Nets.Cost(Deep()), ("Network", name))).Text(ReportForm.Markdown);

        Assert.StartsWith($"## {inHeading}, exact: ", text, StringComparison.Ordinal);
        Assert.Contains($"\n| {inCell} | `exact` |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_row_there_is_a_heading() => Assert.Equal(
        "## Nothing to report: no rows came in",
        Report(System.Array.Empty<ReportRow>()).Text(ReportForm.Markdown));

    private static (string, int)[] Wide(int size) =>
        [.. Enumerable.Range(1, 12).Select(at => ($"layer{at}/linear", size))];

    private static void AssertMarkdown(string expected, Report report) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), report.Text(ReportForm.Markdown));
}
