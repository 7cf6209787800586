using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FlopsPS.Networks;
using FlopsPS.Pictures;

namespace FlopsPS.Core.Tests.Pictures;

public class HtmlReportTests
{
    private static readonly Page s_page = new(Pictured.Of(("a/x", 1), ("b", 3)));

    [Fact]
    public void A_layer_is_a_row_with_its_figures_and_formula()
    {
        Assert.Equal(
            ["#", "Layer", "Kind", "Output", "Parameters", "MACs", "FLOPs", "Activations", "Share"],
            Headings("layers"));
        Assert.Equal(
            [
                [
                    "1", "a/xout: 11 outputs x (4 mul + 3 add + 1 bias) = 8", "linear", "1x1", "5", "4", "8", "1",
                    "25.00 %",
                ],
                [
                    "2", "bout: 33 outputs x (4 mul + 3 add + 1 bias) = 24", "linear", "1x3", "15", "12", "24", "3",
                    "75.00 %",
                ],
            ],
            s_page.Rows("layers"));
    }

    [Fact]
    public void A_convention_is_a_row_with_its_terms()
    {
        string[][] rows = s_page.Rows("conventions");

        Assert.Equal("0 FLOPs", rows[0][4]);
        string[] nobias = rows.Single(row => row[0].StartsWith("exact-nobias", StringComparison.Ordinal));
        Assert.Equal(["20", "16", "28", "-4 FLOPs", "- 4 linear: no bias", "100 %"], nobias[1..]);
    }

    [Fact]
    public void Totals_are_shown_short_and_exact()
    {
        string[] totals = [.. s_page.All("dl").Single(list => list.Attribute("class")!.Value == "totals")
            .Elements().Select(entry => string.Join("|", entry.Elements().Select(part => part.Value)))];

        Assert.Equal(
            [
                "Parameters|20|20", "Buffers|0|0", "MACs|16|16", "FLOPs|32|32", "Activations|4|4",
                "Coverage|100 %|nothing is left out",
            ],
            totals);
    }

    [Fact]
    public void What_is_not_counted_is_named_with_its_place()
    {
        Network network = Pictured.Network(
            "net", ("a", Pictured.Linear(1)), ("b/gelu", Nets.Layer("gelu")), ("c/gelu", Nets.Layer("gelu")));

        var page = new Page(Pictured.Of(network, "fvcore"));

        Assert.Equal(
            "gelu, 2 layersb/gelu, c/gelu",
            page.All("ul").Single(list => list.Attribute("class")?.Value == "uncounted").Value);
        Assert.Contains("≥ 4", page.All("dd").Select(figure => figure.Value));
        Assert.Contains("no figure of fvcore", page.All("dd").Select(figure => figure.Value));
        Assert.Equal(["4", "not counted", "not counted"], page.Rows("layers").Select(row => row[5]));
    }

    [Fact]
    public void A_figure_that_is_not_counted_at_all_is_none_that_a_convention_lacks()
    {
        var page = new Page(Pictured.Of(Pictured.Network("net", ("a", Nets.Layer("gelu"))), "fvcore"));

        Assert.Contains("–not counted", page.All("dl").Single(list => list.Attribute("class")!.Value == "totals").Value);
    }

    [Fact]
    public void Columns_of_numbers_are_marked() => Assert.Equal(
        ["#", "Parameters", "MACs", "FLOPs", "Activations", "Share"],
        new Page(Pictured.Of(("a", 1))).All("table")
            .Single(table => table.Attribute("class")!.Value == "layers").Descendants("th").Where(heading => heading.Attribute("class")?.Value == "n").Select(heading => heading.Value));

    [Fact]
    public void Names_and_descriptions_stay_text()
    {
        const string Evil =
            "</title></style></script><script>alert(1)</script><img src=x onerror=alert(2)>{{script}}]]>&\"'\0";
        Network network = Pictured.Network(Evil.Replace("/", "|"), (Evil, Pictured.Linear(1)));

        var page = new Page(Pictured.Of(network, variant: Evil));

        Assert.Equal(2, page.Raw("script").Length + page.Raw("style").Length);
        Assert.Empty(page.All("img"));
        Assert.Single(Regex.Matches(page.Text, "<script"));
        Assert.Contains(Evil.Replace("\0", "\uFFFD"), page.Rows("layers")[0][1]);
    }

    [Fact]
    public void The_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else()
    {
        string policy = s_page.All("meta").Single(meta => meta.Attribute("http-equiv") is not null)
            .Attribute("content")!.Value;

        Assert.Equal(
            $"default-src 'none'; img-src data:; style-src '{Hash("style")}'; script-src '{Hash("script")}'; "
            + "base-uri 'none'; form-action 'none'",
            policy);
    }

    [Fact]
    public void Nothing_is_asked_for()
    {
        Assert.DoesNotContain("http://", s_page.Text);
        Assert.DoesNotContain("https://", s_page.Text);
        Assert.DoesNotMatch(new Regex(@"url\(|@import|\bfetch\b|XMLHttpRequest|\bsrc="), s_page.Text);
        Assert.Equal(["data:,"], s_page.All("link").Select(link => link.Attribute("href")!.Value));
    }

    [Fact]
    public void Nothing_is_styled_in_place_for_the_policy_forbids_it() =>
        Assert.Empty(s_page.Document.Descendants().Attributes("style"));

    [Fact]
    public void The_same_network_makes_the_same_page() =>
        Assert.Equal(s_page.Text, new Page(Pictured.Of(("a/x", 1), ("b", 3))).Text);

    [Fact]
    public void Lines_end_alike_on_every_system() => Assert.DoesNotContain("\r", s_page.Text);

    [Fact]
    public void Readers_of_screens_find_their_way()
    {
        Assert.Equal("en", s_page.Document.Root!.Attribute("lang")!.Value);
        Assert.NotNull(s_page.Document.Root.Element("head")!.Element("title"));
        Assert.Single(s_page.All("main"));
        Assert.Single(s_page.All("h1"));
        Assert.All(s_page.All("table"), table => Assert.NotEmpty(table.Element("caption")!.Value));
        Assert.All(
            s_page.All("thead").Descendants("th"),
            heading => Assert.Equal("col", heading.Attribute("scope")!.Value));
        Assert.All(
            s_page.All("tbody").Elements(),
            row => Assert.Equal("row", row.Elements("th").Single().Attribute("scope")!.Value));
        Assert.All(
            s_page.All("svg").Where(svg => svg.Attribute("role")?.Value == "img"),
            svg => Assert.NotEmpty(svg.Attribute("aria-label")!.Value));
        Assert.All(
            s_page.All("div").Where(region => region.Attribute("class")?.Value == "scroll"),
            region => Assert.Equal("0", region.Attribute("tabindex")!.Value));
    }

    [Fact]
    public void Several_networks_are_several_sections_behind_a_table()
    {
        Network network = Pictured.Network("net", ("a", Pictured.Linear(1)));

        var page = new Page(Pictured.Of(network, variant: "w=1"), Pictured.Of(network, "fvcore", variant: "w=2"));

        Assert.Equal("2 networks", page.All("h1").Single().Value);
        Assert.Equal(
            [
                ["net w=1", "exact", "1x4", "5", "4", "8", "1", "100 %"],
                ["net w=2", "fvcore", "1x4", "5", "4", "", "1", "100 %"],
            ],
            page.Rows("networks"));
        Assert.Equal(
            page.All("section").Attributes("id").Select(id => "#" + id.Value),
            page.All("a").Select(link => link.Attribute("href")!.Value));
    }

    [Fact]
    public void An_empty_network_and_one_without_cost_have_a_page()
    {
        Assert.Contains("Nothing to draw", new Page(Pictured.Of(Pictured.Network("net"))).Text);
        Assert.Contains(
            "Nothing to draw", new Page(Pictured.Of(Pictured.Network("net", ("a", Nets.Layer("relu"))))).Text);
    }

    [Fact]
    public void Of_very_many_layers_those_that_cost_most_are_listed_and_the_rest_is_summed_up()
    {
        NetworkPicture picture = Pictured.Large();

        var page = new Page(picture);

        // Of 7 layers in a row one makes 7 features and one 6, 8 FLOPs for each; 1428 times 2 are more than enough.
        string[][] rows = page.Rows("layers");
        Assert.Equal(2000, rows.Length);
        Assert.All(rows, row => Assert.Contains(row[6], new[] { "48", "56" }));
        long[] numbers = [.. rows.Select(row => Number(row[0]))];
        Assert.Equal(numbers.Order(), numbers);
        Assert.Contains("The 2,000 layers that cost most of 10,000. The others have ", page.Text);
        long listed = rows.Sum(row => Number(row[6]));
        Assert.Contains(
            FormattableString.Invariant($"The others have {picture.Root.Total - listed:N0} FLOPs together"), page.Text);
        Assert.InRange(page.Text.Length, 1, 1_000_000);
    }

    private static long Number(string text) =>
        long.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string[] Headings(string table) => [.. s_page.All("table")
        .Single(element => element.Attribute("class")!.Value == table)
        .Element("thead")!.Descendants("th").Select(heading => heading.Value)];

    private static string Hash(string element) => "sha256-" + Convert.ToBase64String(
        SHA256.HashData(Encoding.UTF8.GetBytes(s_page.Raw(element).Single())));
}
