using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Onnx.Tests;

/// <summary>The model files of tests/data/onnx.zip, and what is measured of models.</summary>
internal static class Models
{
    /// <summary>The names of the files in a folder.</summary>
    public static IReadOnlyList<string> In(string folder)
    {
        using ZipArchive archive = Open();
        return
        [
            .. archive.Entries
                .Where(entry => entry.FullName.StartsWith(folder + "/", StringComparison.Ordinal))
                .Select(entry => entry.Name),
        ];
    }

    /// <summary>The bytes of a file.</summary>
    public static byte[] Bytes(string file)
    {
        using ZipArchive archive = Open();
        using Stream entry = archive.GetEntry(file)!.Open();
        using var content = new MemoryStream();
        entry.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>The network of a file.</summary>
    public static Network Read(string file, params IEnumerable<(string Name, object Size)> dimensions) =>
        Read(Bytes(file), file, dimensions);

    /// <summary>The network of a model.</summary>
    public static Network Read(
        byte[] model, string file, params IEnumerable<(string Name, object Size)> dimensions)
    {
        var request = new NetworkRequest
        {
            Parameters = dimensions.ToDictionary(dimension => dimension.Name, dimension => dimension.Size),
        };
        return OnnxReader.Read(new MemoryStream(model), file).Build(request, CancellationToken.None);
    }

    /// <summary>What a network costs under a convention.</summary>
    public static CostRow Measure(Network network, string convention = "exact") =>
        CostCounter.Measure(network, new MeasureOptions(ConventionCatalog.Get(convention))).Single();

    /// <summary>The shapes of the outputs: 1x3;scalar.</summary>
    public static string Outputs(Network network) => string.Join(";", network.Outputs.Select(
        output => output.Shape.Rank == 0 ? "scalar" : output.Shape.ToString()));

    private static ZipArchive Open() => ZipFile.OpenRead(Repository.Data("onnx.zip"));
}
