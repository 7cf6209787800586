using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CsCheck;
using FlopsPS.Conventions;
using FlopsPS.Core.Tests.Numbers;
using FlopsPS.Counting;
using FlopsPS.Networks;
using static FlopsPS.Core.Tests.Nets;

namespace FlopsPS.Core.Tests.Counting;

public class CostCounterTests
{
    private static readonly Network s_small = Small();

    public static TheoryData<string> Conventions => [.. ConventionCatalog.All.Select(convention => convention.Name)];

    [Theory]
    [MemberData(nameof(Conventions))]
    public void Rows_of_every_grouping_sum_to_the_row_of_the_network(string convention) => RandomNetworks.Any.Sample(
        network =>
        {
            CostRow whole = Cost(network, convention);
            foreach ((CostGrouping grouping, int depth) in Groupings())
            {
                CostRow[] rows = Measure(network, convention, grouping, depth);
                Assert.Equal(whole.Parameters, rows.Sum(row => row.Parameters));
                Assert.Equal(whole.Buffers, rows.Sum(row => row.Buffers));
                Assert.Equal(whole.Activations, rows.Sum(row => row.Activations));
                AssertSum(whole.Macs, rows.Select(row => row.Macs));
                AssertSum(whole.Flops, rows.Select(row => row.Flops));
                Assert.Equal(whole.Uncounted is null, rows.All(row => row.Uncounted is null));
                Assert.Equal(whole.Coverage == 1, rows.All(row => row.Coverage == 1));
            }
        },
        iter: 60);

    [Theory]
    [MemberData(nameof(Conventions))]
    public void The_formula_of_every_row_evaluates_to_its_figure(string convention) => RandomNetworks.Any.Sample(
        network =>
        {
            foreach ((CostGrouping grouping, int depth) in Groupings())
            {
                foreach (CostRow row in Measure(network, convention, grouping, depth, explain: true))
                {
                    FormulaEvaluator.AssertExplains(row);
                }
            }
        },
        iter: 60);

    [Fact]
    public void A_formula_shows_the_arithmetic_of_a_layer_and_the_parts_of_a_network()
    {
        CostRow[] layers = Measure(s_small, "exact", CostGrouping.Layer, depth: 1, explain: true);
        CostRow whole = Rows(s_small, "exact", explain: true).Single();

        Assert.Equal("4*8*8 outputs x (27 mul + 26 add + 1 bias) = 13,824", layers[0].Formula);
        Assert.Equal("0 = 0", layers[1].Formula);
        Assert.Equal("10 outputs x (4 mul + 3 add + 1 bias) = 80", layers[^1].Formula);
        Assert.Equal("13824 conv + 80 linear = 13,904", whole.Formula);
        Assert.Null(Cost(s_small).Formula);
    }

    [Fact]
    public void A_row_stands_for_a_network_a_block_a_kind_or_a_layer()
    {
        Assert.Equal([null], Measure(s_small, "exact", CostGrouping.Network, 1).Select(row => row.Layer));
        Assert.Equal(
            ["stem/a/conv", "stem/a/relu", "stem/b/relu", "pool", "flatten", "head"],
            Measure(s_small, "exact", CostGrouping.Layer, 1).Select(row => row.Layer));
        Assert.Equal(
            [("stem", "block"), ("pool", "globalavgpool"), ("flatten", "flatten"), ("head", "linear")],
            Measure(s_small, "exact", CostGrouping.Block, 1).Select(row => (row.Layer!, row.Kind!)));
        Assert.Equal(
            ["stem/a", "stem/b", "pool", "flatten", "head"],
            Measure(s_small, "exact", CostGrouping.Block, 2).Select(row => row.Layer));
        Assert.Equal(
            ["conv", "relu", "globalavgpool", "flatten", "linear"],
            Measure(s_small, "exact", CostGrouping.Kind, 1).Select(row => row.Kind));
    }

    [Fact]
    public void A_block_goes_from_its_first_input_to_its_last_output()
    {
        CostRow stem = Measure(s_small, "exact", CostGrouping.Block, 1)[0];

        Assert.Equal(("1x3x8x8", "1x4x8x8"), (stem.InputShape, stem.OutputShape));
        Assert.Equal(("net", "exact", 1), (stem.Network, stem.Convention, stem.BatchSize));
    }

    [Fact]
    public void Activations_are_the_outputs_of_contractions() =>
        Assert.Equal((4 * 8 * 8) + 10, Cost(s_small).Activations);

    [Fact]
    public void What_a_convention_does_not_define_is_named_and_lowers_the_coverage()
    {
        Network network = Chain(
            Shape(1, 3, 8, 8),
            Layer("conv", ("out", 4), ("kernel", 1)),
            Layer("custom"),
            Layer("custom"),
            Layer("relu"));

        CostRow row = Cost(network);

        Assert.Equal((0.5, "custom x2"), (row.Coverage, row.Uncounted));
        Assert.Equal(4 * 8 * 8 * (3 + 2 + 1), row.Flops);
    }

    [Fact]
    public void A_figure_of_which_nothing_is_known_is_empty()
    {
        CostRow row = Cost(Chain(Shape(1, 3), Layer("custom", ("macs", 5))));

        Assert.Equal((5, null, "custom"), (row.Macs, row.Flops, row.Uncounted));
    }

    [Fact]
    public void Free_layers_do_not_make_an_unknown_figure_known()
    {
        CostRow row = Cost(Chain(Shape(1, 3), Layer("relu"), Layer("custom"), Layer("relu")));

        Assert.Equal((null, null), (row.Macs, row.Flops));
        Assert.Equal(2 / 3d, row.Coverage);
    }

    [Fact]
    public void Strict_refuses_what_is_not_defined()
    {
        var options = new MeasureOptions(ConventionCatalog.Get("exact")) { Strict = true };
        Network network = Chain(Shape(1, 3), Layer("relu"), Layer("custom"));

        var error = Assert.Throws<NetworkException>(() => CostCounter.Measure(network, options).ToList());

        Assert.Equal(ErrorCode.OperationUncounted, error.Code);
        Assert.Equal(
            "'net' has operations that exact does not define, in 1 layer:\n  custom, 1 layer:\n    custom", error.Message);
        Assert.Single(CostCounter.Measure(s_small, options));
    }

    [Fact]
    public void Strict_names_every_place_below_what_is_missing_there()
    {
        var options = new MeasureOptions(ConventionCatalog.Get("thop")) { Strict = true };
        var builder = new NetworkBuilder();
        IReadOnlyList<Tensor> current = [builder.AddInput("input", Shape(1, 5, 8))];
        foreach (string block in new[] { "a", "b" })
        {
            current = builder.Add(block + "/act", Layer("gelu"), current).Outputs;
            current = builder.Add(block + "/gate", Layer("glu"), current).Outputs;
        }

        current = builder.Add("head", Layer("tanh"), current).Outputs;

        var error = Assert.Throws<NetworkException>(
            () => CostCounter.Measure(builder.Build("net", current), options).ToList());

        string[] lines =
        [
            "'net' has operations that thop does not define, in 5 layers:",
            "  gelu, 2 layers:", "    a/act", "    b/act",
            "  glu (sigmoid, multiply), 2 layers:", "    a/gate", "    b/gate",
            "  tanh, 1 layer:", "    head",
        ];
        Assert.Equal(string.Join("\n", lines), error.Message);
    }

    [Fact]
    public void A_count_beyond_64_bits_names_the_layer()
    {
        Network network = Chain(
            Shape(1, 1, 1 << 20, 1 << 20),
            Layer("relu"),
            Layer("conv", ("out", 1 << 20), ("kernel", 1024), ("padding", "same")));

        var error = Assert.Throws<NetworkException>(() => Cost(network));

        Assert.Equal((ErrorCode.CountOverflow, "conv"), (error.Code, error.Layer));
    }

    [Fact]
    public void Measuring_stops_when_the_caller_gives_up()
    {
        var options = new MeasureOptions(ConventionCatalog.Get("exact"));

        Assert.Throws<OperationCanceledException>(
            () => CostCounter.Measure(s_small, options, new CancellationToken(canceled: true)).ToList());
    }

    [Fact]
    public void A_network_without_layers_costs_nothing()
    {
        CostRow row = Cost(Chain(Shape(1, 3)));

        Assert.Equal((0, 0, 0, 1), (row.Parameters, row.Macs, row.Flops, row.Coverage));
    }

    private static Network Small()
    {
        var builder = new NetworkBuilder();
        IReadOnlyList<Tensor> current = [builder.AddInput("input", Shape(1, 3, 8, 8))];
        current = builder.Add("stem/a/conv", Layer("conv", ("out", 4), ("kernel", 3), ("padding", 1)), current).Outputs;
        current = builder.Add("stem/a/relu", Layer("relu"), current).Outputs;
        current = builder.Add("stem/b/relu", Layer("relu"), current).Outputs;
        current = builder.Add("pool", Layer("globalavgpool"), current).Outputs;
        current = builder.Add("flatten", Layer("flatten"), current).Outputs;
        return builder.Build("net", builder.Add("head", Layer("linear", ("out", 10)), current).Outputs);
    }

    private static (CostGrouping Grouping, int Depth)[] Groupings() =>
    [
        (CostGrouping.Network, 1),
        (CostGrouping.Kind, 1),
        (CostGrouping.Block, 1),
        (CostGrouping.Block, 2),
        (CostGrouping.Block, 9),
        (CostGrouping.Layer, 1),
    ];

    private static CostRow[] Measure(
        Network network, string convention, CostGrouping grouping, int depth, bool explain = false)
    {
        var options = new MeasureOptions(ConventionCatalog.Get(convention))
        {
            GroupBy = grouping,
            Depth = depth,
            Explain = explain,
        };
        return [.. CostCounter.Measure(network, options)];
    }

    // A row whose figure is not known adds nothing; the whole is unknown only if nothing in it is known.
    private static void AssertSum(long? whole, IEnumerable<long?> parts)
    {
        long?[] all = [.. parts];
        Assert.Equal(whole ?? 0, all.Sum(part => part ?? 0));
        Assert.True(whole is not null || all.All(part => part is null or 0));
    }
}
