using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Tests;

/// <summary>Networks of the zoo as darknet, Netscope and convnet-burden print them, to the digits they print.</summary>
public sealed class ToolModelTests
{
    public static TheoryData<string, long, string> Darknet
    {
        get
        {
            var rows = new TheoryData<string, long, string>();
            foreach (IReadOnlyDictionary<string, string> row in GoldenTable.ReadRows("darknet_outputs.csv"))
            {
                rows.Add(row["model"], Number(row["resolution"]), row["bflops"]);
            }

            return rows;
        }
    }

    public static TheoryData<string, long, string, string> Burden
    {
        get
        {
            var rows = new TheoryData<string, long, string, string>();
            foreach (IReadOnlyDictionary<string, string> row in GoldenTable.ReadRows("convnet_burden.csv"))
            {
                rows.Add(row["model"], Number(row["resolution"]), row["param_mem"], row["flops"]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Darknet))]
    public void Darknet_prints_billions_of_FLOPs(string name, long resolution, string billions)
    {
        CostRow row = Measure(name, resolution, "darknet");

        Assert.Equal(billions, (row.Flops!.Value / 1e9m).ToString("0.000", CultureInfo.InvariantCulture));
        Assert.Null(row.Macs);
    }

    [Theory]
    [MemberData(nameof(Burden))]
    public void Convnet_burden_prints_its_table(string name, long resolution, string memory, string flops)
    {
        CostRow row = Measure(name, resolution, "convnet-burden");

        Assert.Equal(
            (memory, flops),
            (Readable(4 * row.Parameters, 1024, "B"), Readable(row.Macs!.Value, 1000, "FLOPs")));
    }

    [Theory]
    // The presets of the same names, run. That of VGG has a batch of ten: 154,702,643,200 macc.
    [InlineData("vgg16", 224, 154_702_643_200 / 10, 138_357_544)]
    [InlineData("nin", 224, 1_100_188_800, 7_595_176)]
    [InlineData("squeezenet1_1", 227, 387_747_520, 1_235_496)]
    public void Netscope_shows_macc_and_parameters(string name, long resolution, long macs, long parameters)
    {
        CostRow row = Measure(name, resolution, "netscope");

        Assert.Equal((macs, parameters), (row.Macs!.Value, row.Parameters));
    }

    // keras-team/keras#18391 prints half of it for Xception without its top. TensorFlow alone has no statistics of
    // AddV2 and FusedBatchNormV3, so this is what convolutions and pools cost.
    [Fact]
    public void Profiler_of_TensorFlow_prints_the_convolutions_and_pools_of_Xception()
    {
        long flops = Measure("xception", 150, "keras", CostGrouping.Layer)
            .Where(row => row.Kind is "conv" or "maxpool")
            .Sum(row => row.Flops!.Value);

        Assert.Equal(2 * 1_925_897_756L, flops);
    }

    private static CostRow Measure(string name, long resolution, string convention) =>
        Measure(name, resolution, convention, CostGrouping.Network).Single();

    private static IEnumerable<CostRow> Measure(
        string name, long resolution, string convention, CostGrouping grouping)
    {
        Network network = Zoo.Build(name, ("resolution", resolution));
        var options = new MeasureOptions(ConventionCatalog.Get(convention)) { GroupBy = grouping };
        return CostCounter.Measure(network, options);
    }

    // burden.m: the largest unit that leaves a digit before the point, and no decimals.
    private static string Readable(decimal value, int step, string unit)
    {
        string[] prefixes = ["", "K", "M", "G", "T"];
        int place = 0;
        for (; value >= step; value /= step)
        {
            place++;
        }

        return value.ToString("0", CultureInfo.InvariantCulture) + " " + prefixes[place] + unit;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
