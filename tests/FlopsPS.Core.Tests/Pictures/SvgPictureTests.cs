using System.Linq;
using System.Xml.Linq;
using FlopsPS.Budgets;
using FlopsPS.Networks;
using FlopsPS.Pictures;

namespace FlopsPS.Core.Tests.Pictures;

public class SvgPictureTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Each_box_has_a_title_that_says_what_it_costs()
    {
        XElement svg = Read(Pictured.Of(("a/x", 1), ("b", 3)));

        Assert.Equal(
            [
                "net: FLOPs by convention exact, 32 in all",
                "net\n32 FLOPs, 100 %",
                "a\n8 FLOPs, 25.00 %",
                "b, linear\n24 FLOPs, 75.00 %",
                "a/x, linear\n8 FLOPs, 25.00 %",
            ],
            svg.Descendants(s_svg + "title").Select(title => title.Value));
        Assert.Equal(
            ["0%+100%", "0%+25%", "25%+75%", "0%+25%"],
            svg.Descendants(s_svg + "svg").Skip(1)
                .Select(box => $"{box.Attribute("x")!.Value}+{box.Attribute("width")!.Value}"));
    }

    [Fact]
    public void A_label_is_cut_where_its_box_ends()
    {
        XElement svg = Read(Pictured.Of(("a_name_that_is_longer", 10), ("b", 90)));

        Assert.Contains(
            "a_name_that_is_…", svg.Descendants(s_svg + "text").Select(text => text.Value));
    }

    [Fact]
    public void A_label_has_at_least_three_letters()
    {
        // 1200 wide in all: 30 hold 3 letters, 21 hold 2.
        string[] texts =
        [
            .. Read(Pictured.Of(("abcdef", 250), ("ghijkl", 180), ("m", 9570))).Descendants(s_svg + "text")
                .Select(text => text.Value),
        ];

        Assert.Contains("ab…", texts);
        Assert.DoesNotContain(texts, text => text.StartsWith('g'));
    }

    [Fact]
    public void Boxes_that_are_too_narrow_say_what_is_in_them()
    {
        XElement svg = Read(Pictured.Of(("a", 1), ("b/x", 1), ("b/y", 1), ("c", 10_000)));

        Assert.Contains(
            "3 layers, a to b\n24 FLOPs, 0.03 %", svg.Descendants(s_svg + "title").Select(title => title.Value));
        Assert.Contains(
            "Grey boxes hold what is less than 1/1200 of all: 3 layers.",
            svg.Descendants(s_svg + "text").Select(text => text.Value));
    }

    [Fact]
    public void Legend_and_notes_stand_below_the_boxes()
    {
        // Two levels of 28 below the heading, which ends at 78.
        XElement svg = Read(Pictured.Of(
            Pictured.Network(
                "net", ("a", Pictured.Linear(1)), ("b", Nets.Layer("gelu")), ("c", Nets.Layer("identity"))),
            "full"));

        Assert.Equal("0 0 1248 218", svg.Attribute("viewBox")!.Value);
        Assert.Equal(("1248", "218"), (svg.Attribute("width")!.Value, svg.Attribute("height")!.Value));
        Assert.Equal(
            ["24 144 linear, matmul", "168 144 elementwise"],
            svg.Elements(s_svg + "g").Select(entry =>
                $"{Place(entry.Element(s_svg + "rect")!)} {entry.Element(s_svg + "text")!.Value}"));
        Assert.Equal(["42 154", "186 154"], svg.Elements(s_svg + "g").Elements(s_svg + "text").Select(Place));
        Assert.Equal(["24 40", "24 62", "24 194"], svg.Elements(s_svg + "text").Select(Place));
    }

    [Theory]
    [InlineData(160, 160)]
    [InlineData(161, 159)]
    public void A_name_that_is_wider_than_the_picture_is_cut(int length, int shown)
    {
        string name = new('n', length);
        XElement svg = Read(Pictured.Of(Pictured.Network(name, ("a", Pictured.Linear(1)))));

        Assert.Equal(
            name[..shown] + (shown < length ? "…" : string.Empty), svg.Elements(s_svg + "text").First().Value);
        Assert.StartsWith(name + ": ", svg.Element(s_svg + "title")!.Value);
    }

    [Fact]
    public void A_file_begins_with_its_picture()
    {
        NetworkPicture picture = Pictured.Of(("a", 1));

        Assert.StartsWith("<svg width=", SvgPicture.Write(picture));
        Assert.Equal(SvgPicture.Write(picture), NetworkReport.Write(ReportFormat.Svg, [picture]));
    }

    [Fact]
    public void Names_stay_text()
    {
        XElement svg = Read(Pictured.Of(Pictured.Network(
            "</title><script>alert(1)</script>", ("\"/><script\0\uD800", Pictured.Linear(1)))));

        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "script");
        Assert.Contains("script\uFFFD\uFFFD, linear", svg.ToString());
    }

    [Fact]
    public void It_says_what_is_not_drawn()
    {
        Network network = Pictured.Network("net", ("a", Pictured.Linear(1)), ("b", Nets.Layer("gelu")));

        string text = SvgPicture.Write(Pictured.Of(network, "fvcore"));

        Assert.Contains("MACs by convention fvcore, 4 in all but for what it does not count: gelu", text);
        Assert.Contains("1 layer without MACs by convention fvcore and so without width.", text);
    }

    [Fact]
    public void A_network_without_cost_is_said_to_have_none()
    {
        Network network = Pictured.Network("net", ("a", Nets.Layer("relu")));

        Assert.Contains(
            "Nothing to draw: no layer has parameters by convention exact.",
            SvgPicture.Write(Pictured.Of(network, metric: BudgetMetric.Parameters)));
    }

    [Fact]
    public void A_metric_that_the_convention_does_not_define_is_refused()
    {
        Network network = Pictured.Network("net", ("a", Pictured.Linear(1)));

        var error = Assert.Throws<NetworkException>(() => Pictured.Of(network, "fvcore", BudgetMetric.Flops));

        Assert.Equal(ErrorCode.FigureUndefined, error.Code);
        Assert.Contains("show MACs", error.Message);
    }

    [Theory]
    [InlineData(BudgetMetric.Parameters, 5 + 15)]
    [InlineData(BudgetMetric.Macs, 4 + 12)]
    [InlineData(BudgetMetric.Flops, 8 + 24)]
    [InlineData(BudgetMetric.Activations, 1 + 3)]
    public void Widths_show_the_metric(BudgetMetric metric, long total)
    {
        Network network = Pictured.Network("net", ("a", Pictured.Linear(1)), ("b", Pictured.Linear(3)));

        Assert.Equal(total, Pictured.Of(network, metric: metric).Root.Total);
    }

    [Fact]
    public void A_picture_shows_one_network()
    {
        NetworkPicture[] two = [Pictured.Of(("a", 1)), Pictured.Of(("a", 1))];

        var error = Assert.Throws<NetworkException>(() => NetworkReport.Write(ReportFormat.Svg, two));

        Assert.Equal(ErrorCode.FileUnwritable, error.Code);
        Assert.Contains("name a folder", error.Message);
    }

    private static string Place(XElement element) => $"{element.Attribute("x")!.Value} {element.Attribute("y")!.Value}";

    private static XElement Read(NetworkPicture picture) => XElement.Parse(SvgPicture.Write(picture));
}
