using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Xml.Linq;
using FlopsPS.Budgets;
using FlopsPS.Networks;
using FlopsPS.Numbers;

namespace FlopsPS.Pictures;

/// <summary>What a page says of a network: totals, icicle, what is not counted, layers, conventions.</summary>
internal sealed class NetworkSection
{
    private readonly NetworkPicture _picture;
    private readonly string _id;
    private readonly int _level;

    /// <summary>The section of a network.</summary>
    /// <param name="picture">The network.</param>
    /// <param name="index">The number of the section in its page, from 0.</param>
    /// <param name="level">The level of its heading.</param>
    public NetworkSection(NetworkPicture picture, int index, int level)
    {
        _picture = picture;
        _id = IdOf(index);
        _level = level;
    }

    /// <summary>What links lead to.</summary>
    public static string IdOf(int index) => FormattableString.Invariant($"n{index + 1}");

    public XElement Write(CancellationToken cancellation) => new(
        "section",
        new XAttribute("id", _id),
        new XElement(
            "header",
            Heading(0, _picture.Title),
            Paragraph("about", _picture.Network.Description),
            Paragraph("source", Source())),
        Facts(),
        Totals(),
        UncountedList.Of(_picture) is { } uncounted
            ? Part($"What {_picture.Convention.Name} does not count", uncounted)
            : null,
        Part($"Where the {_picture.Unit} are", Figure()),
        Part("Layers", new LayerTable(_picture).Write()),
        Part("What others count", ConventionTable.Of(_picture, cancellation)));

    private static XElement? Paragraph(string style, string text) =>
        text.Length == 0 ? null : Markup.Styled("p", style, text);

    private static XElement Fact(string name, params object?[] values) =>
        new("div", new XElement("dt", name), values.Select(value => new XElement("dd", value)));

    private XElement Heading(int below, string text) =>
        new("h" + (_level + below).ToString(CultureInfo.InvariantCulture), text);

    private XElement Part(string heading, params object?[] content) =>
        new("section", Heading(1, heading), content);

    private string Source()
    {
        Network network = _picture.Network;
        string? year = network.Year?.ToString(CultureInfo.InvariantCulture);
        string?[] parts = [network.Family, year, network.Paper, network.Implementation];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private XElement Facts() => Markup.Styled(
        "dl",
        "facts",
        Fact("Convention", $"{_picture.Convention.Name}: {_picture.Convention.Summary}"),
        Fact("Input", _picture.Total.InputShape),
        Fact("Output", _picture.Total.OutputShape),
        Fact("Batch", ExactCount.Of(_picture.Total.BatchSize)),
        Fact("Layers", ExactCount.Of(_picture.Layers.Count)));

    private XElement Totals() => Markup.Styled(
        "dl",
        "totals",
        BudgetMetrics.All.Select(Total),
        Fact("Coverage", FigureText.Coverage(_picture.Total.Coverage), _picture.Uncounted is null
            ? "nothing is left out"
            : "the rest is listed below"));

    private XElement Total(BudgetMetric metric)
    {
        string unit = BudgetMetrics.Unit(metric);
        string name = char.ToUpperInvariant(unit[0]) + unit.Substring(1);
        bool isPartial = BudgetMetrics.IsPriced(metric) && _picture.Uncounted is not null;
        string bound = isPartial ? FigureText.LowerBound : string.Empty;
        return new CostFigures(_picture.Total)[metric] is { } value
            ? Fact(name, bound + ShortCount.Of(value, CultureInfo.InvariantCulture), bound + ExactCount.Of(value))
            : Fact(name, "–", BudgetMetrics.IsDefined(metric, _picture.Convention)
                ? "not counted"
                 : $"no figure of {_picture.Convention.Name}");
    }

    private XElement Figure()
    {
        IcicleLayout layout = IcicleLayout.Of(_picture.Root);
        return Markup.Styled(
            "figure",
            "icicle",
            new XElement(
                "svg",
                new XAttribute("role", "img"),
                new XAttribute(
                    "aria-label",
                    $"Icicle of {_picture.Title}: {_picture.Caption}. The table of layers has its figures."),
                new XAttribute("width", "100%"),
                new XAttribute("height", Icicle.HeightOf(layout)),
                Markup.Lines(Icicle.Draw(_picture, layout, XNamespace.None))),
            Markup.Styled("p", "where", string.Empty),
            new XElement(
                "figcaption",
                Markup.Styled("ul", "legend", _picture.Families.Select(entry => new XElement(
                    "li",
                    Markup.Swatch(entry.Family),
                    $"{entry.Name} ",
                    new XElement("b", Share.Text(entry.Cost, _picture.Root.Total))))),
                Notes(layout).Select(note => new XElement("p", note))));
    }

    private IEnumerable<string> Notes(IcicleLayout layout) => Icicle.Notes(_picture, layout)
        .Prepend($"Each box is as wide as its {_picture.Unit}; its parts stand below it, in the order they run.");
}
