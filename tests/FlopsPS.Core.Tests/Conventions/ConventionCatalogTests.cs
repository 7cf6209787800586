using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Conventions;

public class ConventionCatalogTests
{
    public static TheoryData<string> Names => [.. ConventionCatalog.All.Select(convention => convention.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_convention_says_what_it_counts_and_where_that_is_written(string name)
    {
        Convention convention = ConventionCatalog.Get(name);

        Assert.EndsWith(".", convention.Summary);
        Assert.NotEmpty(convention.Source);
        Assert.NotEmpty(convention.Rules);
        Assert.All(convention.Rules.Concat(convention.Quirks), Assert.NotEmpty);
        Assert.True(convention.DefinesMacs || convention.DefinesFlops);
    }

    [Theory]
    [InlineData("calflops")]
    [InlineData("deepspeed")]
    [InlineData("flopth")]
    [InlineData("fvcore")]
    [InlineData("molchanov")]
    [InlineData("paddle")]
    [InlineData("ptflops-aten")]
    [InlineData("ptflops-pytorch")]
    [InlineData("thop")]
    [InlineData("torch")]
    [InlineData("torch-profiler")]
    [InlineData("torchinfo")]
    [InlineData("torchinfo-1.8")]
    [InlineData("torchprofile")]
    public void What_a_reader_would_not_expect_of_others_is_said(string name) =>
        Assert.NotEmpty(ConventionCatalog.Get(name).Quirks);

    [Fact]
    public void Ours_are_there_and_exact_is_the_default()
    {
        string[] names = [.. ConventionCatalog.All.Select(convention => convention.Name)];

        Assert.Subset(names.ToHashSet(), new[] { "exact", "exact-nobias", "mac", "molchanov", "full" }.ToHashSet());
        Assert.Equal("exact", ConventionCatalog.Default);
        Assert.Equal("exact", ConventionCatalog.Get("EXACT").Name);
    }

    [Fact]
    public void An_unknown_convention_names_the_nearest_and_all()
    {
        var error = Assert.Throws<NetworkException>(() => ConventionCatalog.Get("exakt"));

        Assert.Equal(ErrorCode.ConventionUnknown, error.Code);
        Assert.Contains("Did you mean 'exact'?", error.Message);
        Assert.Contains("molchanov", error.Message);
    }

    [Fact]
    public void Molchanov_has_no_formula_for_transposed_convolutions()
    {
        Network network = Nets.Of(
            Nets.Layer("convtranspose", ("out", 4), ("kernel", 2), ("stride", 2)), Nets.Shape(1, 3, 5, 5));

        var row = Nets.Cost(network, "molchanov");

        Assert.Equal((3 * 5 * 5 * 4 * 4, null), (row.Macs, row.Flops));
        Assert.Equal((0, "transposed convolution"), (row.Coverage, row.Uncounted));
    }

    [Fact]
    public void They_are_listed_by_name()
    {
        string[] names = [.. ConventionCatalog.All.Select(convention => convention.Name)];

        Assert.Equal(names.OrderBy(name => name, StringComparer.Ordinal), names);
    }

    [Fact]
    public void A_table_lists_its_rules_then_what_is_free_then_the_rest()
    {
        const string Rest = "everything else that computes is not defined and adds nothing";

        Assert.Equal(
            [
                "conv, convtranspose, linear, matmul: 2 * macs",
                "einsum: 2 * macs where an index is summed that two operands have",
                "bilinear: not seen",
                Rest,
            ],
            ConventionCatalog.Get("torch").Rules);
        Assert.Equal(["free: dropout", Rest], ConventionCatalog.Get("deepspeed").Rules.TakeLast(2));
        Assert.Contains("matmul: macs inside other layers", ConventionCatalog.Get("fvcore").Rules);
    }

    [Fact]
    public void Full_says_what_each_function_of_an_element_costs()
    {
        IReadOnlyList<string> rules = ConventionCatalog.Get("full").Rules;

        Assert.Contains("relu: 1 per element", rules);
        Assert.Contains("hardswish: 5 per element", rules);
        Assert.DoesNotContain("add: 1 per element", rules); // has a rule of its own
    }

    // 10 multiply-accumulates and 25 FLOPs per sample are stated, or one of them.
    [Theory]
    [InlineData("exact", "macs=10 flops=25", 30L, 75L, true)]
    [InlineData("exact", "macs=10", 30L, null, false)]
    [InlineData("exact", "flops=25", null, 75L, false)]
    [InlineData("mac", "macs=10 flops=25", 30L, 75L, true)]
    [InlineData("mac", "flops=25", null, 75L, false)]
    [InlineData("thop", "macs=10", 30L, null, true)]
    [InlineData("thop", "flops=25", null, null, false)]
    [InlineData("torch", "flops=25", null, 75L, true)]
    [InlineData("torch", "macs=10", null, null, false)]
    [InlineData("deepspeed", "macs=10 flops=25", 30L, 75L, true)]
    [InlineData("deepspeed", "macs=10", 30L, null, false)]
    [InlineData("deepspeed", "flops=25", null, 75L, false)]
    public void A_custom_layer_is_counted_where_it_states_every_figure(
        string convention, string stated, long? macs, long? flops, bool isCounted)
    {
        CostRow row = LayerCase.Cost("custom " + stated, "3x4", convention);

        Assert.Equal((macs, flops, isCounted ? null : "custom"), (row.Macs, row.Flops, row.Uncounted));
    }

    [Theory]
    [InlineData("conv out=4 kernel=2", "1x3x5x5", "2 x 4*4*4 outputs x 12 mul = 1,536")]
    [InlineData("convtranspose out=4 kernel=2", "1x3x5x5", "2 x 75 inputs x 16 mul = 2,400")]
    [InlineData("einsum equation=ii;i->i", "3x3 + 3", "2 x 3 outputs x 1 mul = 6")]
    public void Mac_multiplies_outputs_or_what_a_transposed_convolution_spreads(
        string layer, string inputs, string formula) => Assert.Equal(
        formula,
        Nets.Rows(Nets.Of(LayerText.Layer(layer), LayerText.Shapes(inputs)), "mac", explain: true)[0].Formula);

    [Fact]
    public void Mac_takes_two_operations_for_each_stated_multiply_accumulate()
    {
        var row = Nets.Cost(Nets.Of(Nets.Layer("custom", ("macs", 10)), Nets.Shape(3, 4)), "mac");

        Assert.Equal((3 * 10, 2 * 3 * 10, null), (row.Macs, row.Flops, row.Uncounted));
    }
}
