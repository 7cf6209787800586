using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.VisualBasic.FileIO;

namespace FlopsPS.Yaml.Tests;

/// <summary>A row of torchvision_meta.csv.</summary>
internal sealed record TorchvisionWeight(string Model, string Weights, long Parameters, string GigaMacs)
{
    public static IEnumerable<TorchvisionWeight> All()
    {
        using var table = new TextFieldParser(Repository.Data("torchvision_meta.csv"));
        table.SetDelimiters(",");
        string[] header = table.ReadFields()!;
        int model = Array.IndexOf(header, "model");
        int weights = Array.IndexOf(header, "weights");
        int parameters = Array.IndexOf(header, "num_params");
        int macs = Array.IndexOf(header, "gflops");
        while (table.ReadFields() is { } row)
        {
            yield return new(
                row[model], row[weights], long.Parse(row[parameters], CultureInfo.InvariantCulture), row[macs]);
        }
    }
}
