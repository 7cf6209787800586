using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Comparing;
using FlopsPS.Conventions;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Networks;
using FlopsPS.Numbers;

namespace FlopsPS.Core.Tests.Comparing;

/// <summary>Which rule explains that layers of a kind cost more under one convention than under another. The exact
/// convention is the reference; the other one is made for the case.</summary>
public sealed class MultipleTests
{
    // Per layer: inputs, outputs and MACs are (6, 1, 6), (8, 2, 16) and (9, 3, 27): 12 outputs are MACs + inputs.
    [Fact]
    public void One_number_is_preferred_to_a_coincidence_of_two_small_ones() => Assert.Equal(
        "+ 72 linear: 12 more per output",
        Why(
            "linear",
            facts => facts.Macs + (12 * facts.Outputs),
            ("linear out=1 bias=false", "1x6"),
            ("linear out=2 bias=false", "1x8"),
            ("linear out=3 bias=false", "1x9")));

    // Of 24 elements, 12 windows of 13 and 16 of 9: 8 inputs are 3 outputs + the elements of all windows.
    [Fact]
    public void One_number_is_preferred_to_two_that_are_as_large() => Assert.Equal(
        "+ 384 maxpool: 8 per input",
        Why(
            "maxpool",
            facts => 8 * facts.Inputs,
            ("maxpool kernel=13 stride=1", "1x1x24 NCL"),
            ("maxpool kernel=9 stride=1", "1x1x24 NCL")));

    [Theory]
    [InlineData(20, 1, "20 more per output and 1 more per MAC")]
    [InlineData(1, 20, "1 more per output and 20 more per MAC")]
    [InlineData(-20, 1, "20 less per output and 1 more per MAC")]
    [InlineData(21, 1, "counts the rule")]
    [InlineData(1, 21, "counts the rule")]
    public void Two_numbers_are_at_most_20(int perOutput, int perMac, string reason) => Assert.EndsWith(
        $"linear: {reason}",
        Why(
            "linear",
            facts => ((perMac + 1) * facts.Macs) + (perOutput * facts.Outputs),
            ("linear out=4 bias=false", "1x3"),
            ("linear out=6 bias=false", "1x4")));

    [Fact]
    public void A_part_may_be_missing_in_some_layers() => Assert.Equal(
        "+ 60 linear: 12 more per output and 12 less per output without bias",
        Why(
            "linear",
            facts => facts.Macs + (12 * facts.Bias),
            ("linear out=5", "1x2"),
            ("linear out=7 bias=false", "1x5")));

    // The layers that do not differ would need a rule of their own.
    [Fact]
    public void A_rule_for_the_layers_that_differ_is_enough() => Assert.Equal(
        "+ 84 linear: 3 more per output",
        Why(
            "linear",
            facts => facts.Outputs.Value < 10 ? facts.Macs : facts.Macs + (3 * facts.Outputs),
            ("linear out=4 bias=false", "1x3"),
            ("linear out=16 bias=false", "1x4"),
            ("linear out=12 bias=false", "1x16")));

    [Fact]
    public void A_large_number_is_better_than_none() => Assert.Equal(
        "- 588 linear: 49 less per MAC", WhyExact(facts => 50 * facts.Macs, ("linear out=4 bias=false", "1x3")));

    [Fact]
    public void There_may_be_no_rule() => Assert.Equal(
        "- 684 linear: priced otherwise",
        WhyExact(
            facts => facts.Macs * facts.Macs,
            ("linear out=4 bias=false", "1x3"),
            ("linear out=6 bias=false", "1x4")));

    private static string? Why(
        string kind, Func<LayerFacts, Amount?> cost, params (string Layer, string Input)[] layers) => Difference(
        ConventionCatalog.Get("exact"), Convention(kind, cost), layers);

    private static string? WhyExact(Func<LayerFacts, Amount?> cost, params (string Layer, string Input)[] layers) =>
        Difference(Convention("linear", cost), ConventionCatalog.Get("exact"), layers);

    private static string? Difference(
        Convention reference, Convention other, IEnumerable<(string Layer, string Input)> layers)
    {
        var builder = new NetworkBuilder();
        Tensor[] outputs = [.. layers.Select((layer, i) => builder.Add(
            $"layer{i}",
            LayerText.Layer(layer.Layer),
            [builder.AddInput($"input{i}", LayerText.Shape(layer.Input))]).Outputs[0])];
        return ConventionComparison.Compare(builder.Build("net", outputs), reference, [other])[1].Why;
    }

    private static UserConvention Convention(string kind, Func<LayerFacts, Amount?> cost) =>
        new(new() { Name = "own", Figures = Figures.Macs, Rules = [new(kind, "the rule", cost)] });
}
