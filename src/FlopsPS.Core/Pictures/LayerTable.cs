using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using FlopsPS.Numbers;

namespace FlopsPS.Pictures;

/// <summary>A row for each layer, in the order they run; of very many those that cost most.</summary>
internal sealed class LayerTable
{
    // A page of more rows is slow to open and longer than anybody reads.
    private const int MostRows = 2000;

    // A formula that is longer is the sum of very many operations, and says nothing.
    private const int LongestFormula = 600;

    private const int LongestLine = 26;

    private readonly NetworkPicture _picture;
    private readonly long _dearest;

    public LayerTable(NetworkPicture picture)
    {
        _picture = picture;
        _dearest = picture.Layers.Select(layer => layer.Own).DefaultIfEmpty().Max();
    }

    public IEnumerable<XElement> Write()
    {
        IReadOnlyList<(CostBranch Layer, int Number)> layers =
            [.. _picture.Layers.Select((layer, index) => (layer, index + 1))];
        if (layers.Count > MostRows)
        {
            layers = [.. layers
                .OrderByDescending(entry => entry.Layer.Own)
                .Take(MostRows)
                .OrderBy(entry => entry.Number)];
            yield return Rest(layers.Sum(entry => entry.Layer.Own));
        }

        yield return Markup.Styled(
            "p",
            "search",
            new XAttribute("hidden", "hidden"),
            new XElement(
                "label",
                "Search ",
                new XElement("input", new XAttribute("type", "search"), new XAttribute("placeholder", "layer3 conv"))),
            new XElement("output", string.Empty));
        yield return Table.Of(
            "layers",
            $"Layers of {_picture.Title}",
            [
                Column.Number("#"), Column.Text("Layer"), Column.Text("Kind"), Column.Text("Output"),
                .. Figures.Select(figure => Column.Number(figure.Name)), Column.Number("Share"),
            ],
            layers.Select(entry => Row(entry.Layer, entry.Number)));
    }

    private IEnumerable<(string Name, Func<CostBranch, string> Text)> Figures
    {
        get
        {
            yield return ("Parameters", branch => ExactCount.Of(branch.Layer!.Parameters));
            if (_picture.Convention.DefinesMacs)
            {
                yield return ("MACs", branch => FigureText.Priced(branch.Layer!.Macs, branch.Layer));
            }

            if (_picture.Convention.DefinesFlops)
            {
                yield return ("FLOPs", branch => FigureText.Priced(branch.Layer!.Flops, branch.Layer));
            }

            yield return ("Activations", branch => ExactCount.Of(branch.Layer!.Activations));
        }
    }

    private static object NameOf(CostBranch branch, string arguments)
    {
        string formula = branch.Layer!.Formula is { Length: <= LongestFormula } text && branch.Own > 0
            ? text
            : string.Empty;
        object[] path = [.. Breakable(branch.Path)];
        return arguments.Length + formula.Length == 0
            ? path
            : new XElement(
                "details",
                new XElement("summary", path),
                arguments.Length == 0 ? null : new XElement("p", arguments),
                formula.Length == 0 ? null : new XElement("p", formula));
    }

    /// <summary>A path that may break behind each slash, where it is long enough to need that.</summary>
    private static IEnumerable<object> Breakable(string path)
    {
        int start = 0;
        for (int end = path.IndexOf('/'); end >= 0 && path.Length > LongestLine; end = path.IndexOf('/', start))
        {
            yield return path.Substring(start, end + 1 - start);
            yield return new XElement("wbr");
            start = end + 1;
        }

        yield return path.Substring(start);
    }

    private XElement Row(CostBranch branch, int number)
    {
        string share = Share.Text(branch.Own, _picture.Root.Total);
        string arguments = _picture.Network.Nodes[number - 1].Layer.Arguments;
        return Table.Row(
            style: null,
            [
                ExactCount.Of(number),
                Table.Heading(NameOf(branch, arguments)),
                new object?[] { Markup.Swatch(branch.Family), branch.Layer!.Kind },
                branch.Layer.OutputShape,
                .. Figures.Select(figure => figure.Text(branch)),
                branch.Own == 0 ? share : new object[] { share, Bar(branch) },
            ]);
    }

    private XElement Bar(CostBranch branch) => Markup.Styled("svg", LayerFamilies.ClassOf(branch.Family), new XElement(
        "rect", new XAttribute("width", Share.Length(branch.Own, _dearest)), new XAttribute("height", "100%")));

    private XElement Rest(long shown) => new("p", FormattableString.Invariant(
        $"The {MostRows:N0} layers that cost most of {_picture.Layers.Count:N0}. The others have ")
        + FormattableString.Invariant($"{_picture.Root.Total - shown:N0} {_picture.Unit} together; ")
        + "Measure-NetworkFlops -GroupBy Layer lists them.");
}
