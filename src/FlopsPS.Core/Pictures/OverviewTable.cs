using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using FlopsPS.Numbers;

namespace FlopsPS.Pictures;

/// <summary>A row for each network of a page, which leads to its section.</summary>
internal static class OverviewTable
{
    public static XElement Of(IReadOnlyList<NetworkPicture> pictures)
    {
        return Table.Of(
            "networks",
            "Networks",
            [
                Column.Text("Network"), Column.Text("Convention"), Column.Text("Input"), Column.Number("Parameters"),
                Column.Number("MACs"), Column.Number("FLOPs"), Column.Number("Activations"), Column.Number("Coverage"),
            ],
            pictures.Select((picture, index) => Table.Row(
                style: null,
                Table.Heading(new XElement(
                    "a", new XAttribute("href", "#" + NetworkSection.IdOf(index)), picture.Title)),
                picture.Convention.Name,
                picture.Total.InputShape,
                ExactCount.Of(picture.Total.Parameters),
                FigureText.Priced(picture.Total.Macs, picture.Total),
                FigureText.Priced(picture.Total.Flops, picture.Total),
                ExactCount.Of(picture.Total.Activations),
                FigureText.Coverage(picture.Total.Coverage))));
    }
}
