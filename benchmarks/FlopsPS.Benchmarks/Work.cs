using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Yaml;

namespace FlopsPS.Benchmarks;

/// <summary>The work that is measured, as the cmdlets do it.</summary>
internal static class Work
{
    private static readonly MeasureOptions s_network = new(ConventionCatalog.Get(ConventionCatalog.Default));

    private static readonly MeasureOptions s_layers = new(ConventionCatalog.Get(ConventionCatalog.Default))
    {
        GroupBy = CostGrouping.Layer,
    };

    private static string Zoo => Path.Combine(AppContext.BaseDirectory, "Zoo");

    public static string ZooText(string file) => File.ReadAllText(Path.Combine(Zoo, file + ".yaml"));

    public static string[] ZooTexts() => [.. Directory.GetFiles(Zoo, "*.yaml").Select(File.ReadAllText)];

    public static IReadOnlyList<NetworkTemplate> Templates(string text) =>
        ManifestReader.Read(text, file: null, name: string.Empty);

    public static NetworkTemplate Template(string text, string name) =>
        Templates(text).Single(template => template.Name == name);

    public static Network Build(NetworkTemplate template, params (string Name, object Value)[] parameters) =>
        template.Build(
            new NetworkRequest { Parameters = parameters.ToDictionary(p => p.Name, p => p.Value) }, default);

    public static CostRow Measure(Network network) => CostCounter.Measure(network, s_network).Single();

    public static List<CostRow> MeasureLayers(Network network) => CostCounter.Measure(network, s_layers).ToList();

    /// <summary>A manifest with a chain of this many layers: convolution, normalisation, activation in turn.</summary>
    public static string Chain(int layers)
    {
        return string.Format(
            CultureInfo.InvariantCulture,
            """
            name: chain
            input: {{ channels: 16, height: 8, width: 8 }}
            layers:
              - layers:
                  - conv: {{ out: 16 + index % 2, kernel: 3, padding: 1 }}
                  - batchnorm
                  - relu
                  - conv: {{ out: 16, kernel: 1 }}
                repeat: {0}
                name: chain
            """,
            layers / 4);
    }
}
