using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.VisualBasic.FileIO;

namespace FlopsPS.Yaml.Tests;

/// <summary>A row of torchvision_meta.csv.</summary>
internal sealed record TorchvisionWeight(
    string Model, string Weights, string Task, long Parameters, string GigaMacs, long Resolution, string Source)
{
    public static IEnumerable<TorchvisionWeight> All()
    {
        using var table = new TextFieldParser(Repository.Data("torchvision_meta.csv"));
        table.SetDelimiters(",");
        string[] header = table.ReadFields()!;
        int model = Array.IndexOf(header, "model");
        int weights = Array.IndexOf(header, "weights");
        int task = Array.IndexOf(header, "task");
        int parameters = Array.IndexOf(header, "num_params");
        int macs = Array.IndexOf(header, "gflops");
        int crop = Array.IndexOf(header, "crop_size");
        int source = Array.IndexOf(header, "source");
        int resize = Array.IndexOf(header, "resize_size");
        while (table.ReadFields() is { } row)
        {
            yield return new(
                row[model],
                row[weights],
                row[task],
                long.Parse(row[parameters], CultureInfo.InvariantCulture),
                row[macs],
                Side(row[crop].Length > 0 ? row[crop] : row[resize]),
                row[source]);
        }
    }

    // 224, or (112, 112); networks for detection have none.
    private static long Side(string size) => size.Length == 0
        ? 0
        : long.Parse(size.Trim('(', ')').Split(',').First(), CultureInfo.InvariantCulture);
}
