using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests;

/// <summary>The networks of the zoo against published figures, and against themselves.</summary>
public sealed class ZooTests
{
    private static readonly Dictionary<string, NetworkTemplate> s_zoo = Directory
        .EnumerateFiles(Path.Combine(Repository.Module, "Zoo"), "*.yaml")
        .SelectMany(ManifestReader.ReadFile)
        .ToDictionary(template => template.Name);

    public static TheoryData<string, long, string> Published
    {
        get
        {
            var rows = new TheoryData<string, long, string>();
            foreach (TorchvisionWeight weight in TorchvisionWeight.All().DistinctBy(weight => weight.Model))
            {
                if (s_zoo.ContainsKey(weight.Model))
                {
                    rows.Add(weight.Model, weight.Parameters, weight.GigaMacs);
                }
            }

            return rows;
        }
    }

    public static TheoryData<string> Names => [.. s_zoo.Keys.Order()];

    public static TheoryData<string, string> NamesAndConventions
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (string name in s_zoo.Keys.Order())
            {
                foreach (Convention convention in ConventionCatalog.All)
                {
                    rows.Add(name, convention.Name);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Published))]
    public void Parameters_are_exact_and_MACs_agree_to_three_decimals(string name, long parameters, string gigaMacs)
    {
        CostRow row = Rows(name, "mac", CostGrouping.Network).Single();

        Assert.Equal(parameters, row.Parameters);
        Assert.Equal(gigaMacs, Giga(row.Macs!.Value));
    }

    [Theory]
    [InlineData("lenet5")]
    [InlineData("alexnet")]
    [InlineData("vgg11")]
    [InlineData("vgg13")]
    [InlineData("vgg16")]
    [InlineData("vgg19")]
    [InlineData("vgg11_bn")]
    [InlineData("vgg13_bn")]
    [InlineData("vgg16_bn")]
    [InlineData("vgg19_bn")]
    [InlineData("resnet18")]
    [InlineData("resnet34")]
    [InlineData("resnet50")]
    [InlineData("resnet101")]
    [InlineData("resnet152")]
    [InlineData("mobilenet_v2")]
    [InlineData("note-conv")]
    [InlineData("note-fc")]
    public void Zoo_has(string name) => Assert.Contains(name, s_zoo.Keys);

    [Theory]
    [InlineData("note-conv", "exact", 1_216, 940_800, 1_881_600)]
    [InlineData("note-conv", "exact-nobias", 1_216, 940_800, 1_869_056)]
    [InlineData("note-fc", "exact", 8_256, 8_192, 16_384)]
    [InlineData("note-fc", "exact-nobias", 8_256, 8_192, 16_320)]
    [InlineData("alexnet", "mac", 61_100_840, 714_188_480, 1_428_376_960)]
    [InlineData("vgg16", "mac", 138_357_544, 15_470_264_320, 30_940_528_640)]
    [InlineData("vgg16", "exact-nobias", 138_357_544, 15_470_264_320, 30_926_971_928)]
    [InlineData("vgg16", "exact", 138_357_544, 15_470_264_320, 30_940_528_640)]
    [InlineData("vgg16", "molchanov", 138_357_544, 15_470_264_320, 30_967_614_488)]
    [InlineData("resnet50", "mac", 25_557_032, 4_089_184_256, 8_178_368_512)]
    public void Figures_are_the_published_ones(string name, string convention, long parameters, long macs, long flops)
    {
        CostRow row = Rows(name, convention, CostGrouping.Network).Single();

        Assert.Equal((parameters, macs, flops), (row.Parameters, row.Macs!.Value, row.Flops!.Value));
    }

    [Theory]
    [MemberData(nameof(NamesAndConventions))]
    public void Rows_of_layers_blocks_and_kinds_sum_to_the_network(string name, string convention)
    {
        CostRow network = Rows(name, convention, CostGrouping.Network).Single();

        foreach (CostGrouping grouping in new[] { CostGrouping.Layer, CostGrouping.Block, CostGrouping.Kind })
        {
            List<CostRow> rows = Rows(name, convention, grouping);
            Assert.Equal(network.Parameters, rows.Sum(row => row.Parameters));
            Assert.Equal(network.Buffers, rows.Sum(row => row.Buffers));
            Assert.Equal(network.Activations, rows.Sum(row => row.Activations));
            Assert.Equal(network.Macs, rows.Sum(row => row.Macs));
            Assert.Equal(network.Flops, rows.Sum(row => row.Flops));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Batch_multiplies_operations_and_not_parameters(string name)
    {
        CostRow one = Rows(name, "exact", CostGrouping.Network).Single();
        CostRow eight = Measure(
            s_zoo[name].Build(new NetworkRequest { BatchSize = 8 }, default), "exact", CostGrouping.Network).Single();

        Assert.Equal((one.Parameters, one.Buffers), (eight.Parameters, eight.Buffers));
        Assert.Equal((8 * one.Macs, 8 * one.Flops), (eight.Macs, eight.Flops));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_of_layers_do_not_depend_on_the_resolution(string name)
    {
        NetworkTemplate template = s_zoo[name];
        Network network = template.Build(NetworkRequest.None, default);
        if (template.ParameterNames.Contains("resolution"))
        {
            Network larger = template.Build(
                new NetworkRequest { Parameters = new Dictionary<string, object> { ["resolution"] = 256L } }, default);
            Assert.Equal(network.Nodes.Select(node => node.Path), larger.Nodes.Select(node => node.Path));
        }

        Assert.Equal(network.Nodes.Count, network.Nodes.Select(node => node.Path).Distinct().Count());
    }

    private static List<CostRow> Rows(string name, string convention, CostGrouping grouping) =>
        Measure(s_zoo[name].Build(NetworkRequest.None, default), convention, grouping);

    private static List<CostRow> Measure(Network network, string convention, CostGrouping grouping)
    {
        var options = new MeasureOptions(ConventionCatalog.Get(convention)) { GroupBy = grouping };
        return CostCounter.Measure(network, options).ToList();
    }

    // As the table prints it: rounded to three decimals, without trailing zeros.
    private static string Giga(long macs) =>
        decimal.Round(macs / 1_000_000_000m, 3).ToString("0.###", CultureInfo.InvariantCulture);
}
