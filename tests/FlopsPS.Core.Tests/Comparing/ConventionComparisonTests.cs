using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CsCheck;
using FlopsPS.Comparing;
using FlopsPS.Conventions;
using FlopsPS.Core.Tests.Counting;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Comparing;

/// <summary>A network under several conventions: the terms of each difference, and that they add up to it.</summary>
public sealed class ConventionComparisonTests
{
    // Scores of all its tokens with each other do not fit into 64 bits, nor do their products.
    private const string LongSequence = "1x2000000000x4";

    [Theory]
    // A contraction: bias, first sum, both.
    [InlineData("conv out=16 kernel=5 padding=same", "1x3x28x28", "exact-nobias", "- 12,544 conv: no bias")]
    [InlineData("conv out=16 kernel=5 padding=same", "1x3x28x28", "mac", null)]
    [InlineData("conv out=16 kernel=5 padding=same bias=false", "1x3x28x28", "mac", "+ 12,544 conv: 1 more per output")]
    // 2 * 16*28*28 * (75 + 1) - 2 * 16*28*28 * 75
    [InlineData("conv out=16 kernel=5 padding=same", "1x3x28x28", "molchanov", "+ 25,088 conv: 2 more per output")]
    [InlineData("linear out=64", "1x128", "ptflops-aten", "+ 64 linear: bias")]
    [InlineData("linear out=64", "5x128", "torchinfo", "+ 320 linear: bias")]
    // Elements, rows, windows: 2 * 4*28*28; 3 * 5*7 - 5; 9 - 1 in each of 4*13*13 windows
    [InlineData("batchnorm", "1x4x28x28", "fvcore", "+ 6,272 batchnorm: 2 per element")]
    [InlineData("batchnorm affine=false", "1x4x28x28", "fvcore", "+ 3,136 batchnorm: 1 per element")]
    [InlineData("batchnorm", "1x4x28x28", "torchinfo", "+ 8 batchnorm: 1 per parameter")]
    [InlineData("batchnorm", "1x4x28x28", "full", "+ 12,552 batchnorm: 4 per element and 2 per channel")]
    [InlineData("softmax axis=1", "5x7", "thop", "+ 100 softmax: 3 per element less 1 per row")]
    [InlineData(
        "maxpool kernel=3 stride=2", "1x4x27x27", "full", "+ 5,408 maxpool: 1 per window element less 1 per output")]
    [InlineData("avgpool kernel=3 stride=2", "1x4x27x27", "full", "+ 6,084 avgpool: 1 per window element")]
    [InlineData("globalavgpool", "1x4x7x7", "thop", "+ 200 globalavgpool: 1 per input and 1 per output")]
    [InlineData("upsample scale=2 mode=bilinear", "1x4x7x7", "fvcore", "+ 3,136 upsample: 1 per blended element")]
    // 4 * hidden * (1 + 2 bias) + 4 * hidden more per step, on 4 * 8 * (8 + 8) products
    [InlineData("lstm hidden=8", "2x5x8", "thop", "+ 1,280 lstm: 16 more per state")]
    // Prices of attention: four constants, twice the products of two activations, nothing at all
    [InlineData("attention heads=2", "1x5x8", "torchprofile", "+ 4 attention: 4 more per layer")]
    [InlineData("attention heads=2", "1x5x8", "torch-profiler", "+ 90 attention: 1 more per output without bias")]
    [InlineData("attention heads=2", "1x5x8", "torchinfo", "- 1,680 attention: not counted")]
    // Whatever is not defined together, with movements that are free by nature.
    [InlineData(
        "windowattention heads=2 window=2 shift=1",
        "1x4x4x8 NHWC",
        "netscope",
        "- 5,120 windowattention: not counted; - 306 parameters of windowattention: not counted")]
    // Each operation of a layer by itself: 2 heads with 5*5 scores and their softmax, and 5*4 values; 4 times 5*8.
    [InlineData(
        "attention heads=2 bias=false",
        "1x5x8",
        "deepspeed",
        "+ 250 attention scores, query projection, key projection, value projection, values, output projection: "
        + "1 more per output; + 50 attention softmax: 1 per element")]
    // Two terms of one reason are one: 2 * 5*5 * (2*4 - 1) scores, and 2 * 5*4 * (2*5 - 1) values
    [InlineData("attention heads=2 bias=false", "1x5x8", "molchanov", "- 710 attention values, scores: not counted")]
    public void A_term_says_how_much_of_what_and_why(string layer, string input, string convention, string? why)
    {
        Network network = Nets.Of(LayerText.Layer(layer), LayerText.Shape(input));

        Assert.Equal(why, Compare(network, "exact", convention)[1].Why);
    }

    // thop has a price for the layer, exact for its operations, of which the gates are free.
    [Fact]
    public void A_layer_that_is_free_in_part_is_not_free() => Assert.Equal(
        "- 96 lstm: 1 less per output without bias",
        Compare(Chain("1x3x8", "lstm hidden=4 bias=false"), "thop", "exact")[1].Why);

    [Fact]
    public void A_term_covers_all_layers_of_its_kind()
    {
        // One of two layers has a bias; the other puts out 4*8*8.
        Network network = Chain("1x4x8x8", "conv out=4 kernel=1", "conv out=4 kernel=1 bias=false");

        Assert.Equal("+ 256 conv: 1 more per output without bias", Compare(network, "exact", "mac")[1].Why);
    }

    [Fact]
    public void A_term_of_two_parts_says_of_each_whether_it_is_more_or_less()
    {
        // Weights and biases instead of products: 4*8 + 4 - 3*4*8, and 6*4 + 6 - 3*6*4.
        Network network = Chain("1x3x8", "linear out=4", "linear out=6");

        Assert.Equal(
            "- 102 linear: 1 less per MAC and 1 more per parameter", Compare(network, "exact", "torchinfo-1.8")[1].Why);
    }

    [Fact]
    public void Where_no_number_fits_all_layers_the_convention_speaks_for_itself()
    {
        // 2 * 4*28*28 where there are weights, 4*28*28 where there are none.
        Network network = Chain("1x4x28x28", "batchnorm", "batchnorm affine=false");

        Assert.Equal(
            "+ 9,408 batchnorm: counts elements * (1 + affine), without stored statistics elements * (4 + affine)",
            Compare(network, "exact", "fvcore")[1].Why);
    }

    [Fact]
    public void Parameters_have_terms_of_their_own()
    {
        // 4 projections of 8*8 weights and 8 biases; mean and variance of 5 channels.
        Network network = Chain("1x5x8", "attention heads=2", "batchnorm");

        IReadOnlyList<CostDifference> rows = Compare(network, "exact", "thop", "paddle");

        Assert.Equal((-288, 10), (rows[1].ParametersDifference, rows[2].ParametersDifference));
        Assert.Contains("; - 288 parameters of attention: not counted", rows[1].Why);
        Assert.Contains("+ 10 parameters of batchnorm buffers: counted", rows[2].Why);
    }

    [Fact]
    public void Parameters_that_are_no_layers_are_not_called_parameters_of_parameter()
    {
        Network network = Chain("1x5x8", "parameter shape=8");

        Assert.StartsWith("- 8 parameters outside layers: not counted", Compare(network, "exact", "thop")[1].Why);
    }

    [Fact]
    public void Weights_that_layers_share_are_compared_once()
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Nets.Shape(1, 5, 8));
        Layer attention = LayerText.Layer("attention heads=2");
        Node first = builder.Add("first", attention, [input]);
        Node second = builder.Add("second", attention, first.Outputs, position: null, NodeRole.Shared);

        CostDifference row = Compare(builder.Build("net", second.Outputs), "exact", "thop")[1];

        Assert.Equal(-288, row.ParametersDifference);
        Assert.EndsWith("; - 288 parameters of attention: not counted", row.Why);
    }

    [Fact]
    public void What_the_convention_declares_free_is_said_to_be()
    {
        Network network = Chain("1x4x8x8", "relu");

        Assert.Equal("- 256 relu: free", Compare(network, "full", "exact")[1].Why);
    }

    [Theory]
    // What exact does not count makes no difference, but full counts it.
    [InlineData("torch", "misses relu x2, softmax", "full")]
    [InlineData("torch", "misses relu x2", "flopth")]
    [InlineData("torch", null, "mac")]
    // fvcore declares relu free, and does not define softmax.
    [InlineData("torch", null, "fvcore")]
    [InlineData("mac", null, "full")]
    public void What_another_convention_counts_is_missed(string convention, string? why, string another)
    {
        Network network = Chain("1x4x8x8", "relu", "softmax axis=1", "relu", "flatten");

        Assert.Equal(why, Compare(network, "exact", convention, another)[1].Why);
    }

    [Fact]
    public void What_is_missed_of_a_kind_stands_together()
    {
        Network network = Chain("1x5x8", "attention heads=2", "relu", "attention heads=2");

        Assert.Equal(
            "misses attention (attention scale x2, softmax x2), relu",
            Compare(network, "exact", "torch", "full")[1].Why!.Split("; ")[^1]);
    }

    [Fact]
    public void Conventions_may_share_no_figure()
    {
        CostDifference row = Compare(Chain("1x8", "linear out=4"), "torchprofile", "torch")[1];

        Assert.Equal((null, null, "shares no figure with torchprofile"), (row.Figure, row.Difference, row.Why));
        Assert.Equal((null, 2 * 8 * 4), (row.Macs, row.Flops));
    }

    [Fact]
    public void FLOPs_are_compared_where_both_define_them_and_else_MACs()
    {
        IReadOnlyList<CostDifference> rows = Compare(Chain("1x8", "linear out=4"), "exact", "torch", "fvcore", "mac");

        Assert.Equal(["Flops", "Flops", "Macs", "Flops"], rows.Select(row => row.Figure));
    }

    [Fact]
    public void The_reference_comes_first_and_no_convention_twice()
    {
        IReadOnlyList<CostDifference> rows = Compare(Chain("1x8", "linear out=4"), "exact", "mac", "exact", "mac");

        Assert.Equal(["exact", "mac"], rows.Select(row => row.Convention));
        Assert.Equal((0, 0, null), (rows[0].Difference, rows[0].ParametersDifference, rows[0].Why));
    }

    [Fact]
    public void A_count_beyond_64_bits_names_the_layer()
    {
        Network network = Chain("1x4000000000", "linear out=4000000000");

        var error = Assert.Throws<NetworkException>(() => Compare(network, "mac", "exact"));

        Assert.Equal((ErrorCode.CountOverflow, "linear"), (error.Code, error.Layer));
    }

    // A window leaves few products of so long a sequence, but what is compared with is all of them.
    [Fact]
    public void A_fact_beyond_64_bits_names_the_layer()
    {
        Network network = Chain(LongSequence, "attention heads=1 window=2");

        var error = Assert.Throws<NetworkException>(() => Compare(network, "exact", "exact-nobias"));

        Assert.NotNull(Nets.Cost(network, "exact-nobias").Flops);
        Assert.Equal((ErrorCode.CountOverflow, "attention"), (error.Code, error.Layer));
    }

    [Fact]
    public void A_comparison_can_be_cancelled()
    {
        Network network = Chain("1x8", "linear out=4");
        Convention exact = ConventionCatalog.Get("exact");

        Assert.Throws<OperationCanceledException>(
            () => ConventionComparison.Compare(network, exact, [exact], new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Terms_add_up_to_the_differences() => RandomNetworks.Any.Sample(
        network =>
        {
            foreach (Convention reference in new[] { "exact", "full", "thop", "torch" }.Select(ConventionCatalog.Get))
            {
                foreach (CostDifference row in ConventionComparison.Compare(network, reference, ConventionCatalog.All))
                {
                    Assert.Equal(row.Difference ?? 0, Sum(row, isParameters: false));
                    Assert.Equal(row.ParametersDifference, Sum(row, isParameters: true));
                }
            }
        },
        iter: 30);

    [Fact]
    public void A_comparison_that_is_cancelled_looks_at_no_layer()
    {
        Network network = Chain(LongSequence, "attention heads=1 window=2");
        Convention exact = ConventionCatalog.Get("exact");

        Assert.Throws<OperationCanceledException>(
            () => ConventionComparison.Compare(network, exact, [exact], new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("1x4x8x8", "conv out=4 kernel=1 | conv out=4 kernel=1", 0)]
    [InlineData("1x4x8x8", "conv out=4 kernel=1 | conv out=4 kernel=1 bias=false", 1)]
    [InlineData("1x4x8x8", "conv out=4 kernel=1 bias=false | relu | conv out=4 kernel=1 bias=false", 2)]
    // A layer that does the same twice is one layer.
    [InlineData("1x3x8", "lstm hidden=4 layers=2 bias=false", 1)]
    public void A_term_says_how_many_layers_differ(string input, string layers, long number)
    {
        IReadOnlyList<CostTerm> terms = Compare(Chain(input, layers.Split(" | ")), "exact", "mac")[1].Terms;

        Assert.Equal(number, terms.FirstOrDefault()?.Layers ?? 0);
    }

    private static long Sum(CostDifference row, bool isParameters) =>
        row.Terms.Where(term => term.Figure == "Parameters" == isParameters).Sum(term => term.Amount);

    private static Network Chain(string input, params string[] layers) =>
        Nets.Chain(LayerText.Shape(input), [.. layers.Select(LayerText.Layer)]);

    private static IReadOnlyList<CostDifference> Compare(
        Network network, string reference, params string[] conventions) => ConventionComparison.Compare(
        network, ConventionCatalog.Get(reference), conventions.Select(ConventionCatalog.Get));
}
