using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;

namespace FlopsPS.Yaml.Tests;

/// <summary>The networks over tokens against published figures.</summary>
public sealed class ZooLanguageModelTests
{
    [Theory]
    [InlineData("bert-base", 109_482_240)]
    [InlineData("bert-large", 335_141_888)]
    [InlineData("distilbert", 66_362_880)]
    [InlineData("gpt2", 124_439_808)]
    [InlineData("gpt2-medium", 354_823_168)]
    [InlineData("gpt2-large", 774_030_080)]
    [InlineData("gpt2-xl", 1_557_611_200)]
    [InlineData("llama-2-7b", 6_738_415_616)]
    [InlineData("llama-3-8b", 8_030_261_248)]
    [InlineData("lstm_lm_650", 19_780_400)]
    public void Parameters_are_those_of_the_published_weights(string name, long parameters) =>
        Assert.Equal(parameters, Measure(name).Single().Parameters);

    [Theory]
    [InlineData("lstm_lm_650", 464_100_000)] // 35 * (2 * 4 * 650 * 1300 + 650 * 10000)
    public void MACs_are_those_of_the_exported_model(string name, long macs) =>
        Assert.Equal(macs, Measure(name).Single().Macs);

    [Fact]
    public void GPT2_does_292_GFLOP_on_1024_tokens()
    {
        CostRow row = Measure("gpt2").Single();

        Assert.Equal((145_824_153_600, 291_648_307_200), (row.Macs, row.Flops));
    }

    [Theory]
    [InlineData(128, 11_174_215_680)]
    [InlineData(512, 48_318_971_904)]
    public void BERT_attends_to_every_pair_of_tokens(long tokens, long macs)
    {
        // per layer: projections and MLP on every token, scores and weighted sums for every pair; the pooler on one
        long byHand = (12 * ((12 * 768 * 768 * tokens) + (2 * 768 * tokens * tokens))) + (768 * 768);

        CostRow row = Measure("bert-base", ("tokens", tokens)).Single();

        Assert.Equal((macs, macs), (byHand, row.Macs));
    }

    // As torch.nn.Transformer between an embedding of 32,000 words and a head of its own measures.
    [Fact]
    public void Transformer_is_that_of_torch()
    {
        (string, object)[] settings =
            [("source", 32L), ("target", 24L), ("vocabulary", 32_000L), ("tied", false)];

        CostRow row = Measure("transformer-base", settings).Single();
        List<CostRow> attentions = Measure("transformer-base", CostGrouping.Layer, settings)
            .Where(layer => layer.Kind == "attention")
            .ToList();

        Assert.Equal((16_384_000 + 44_140_544 + 16_416_000, 1_640_890_368), (row.Parameters, row.Macs));
        Assert.Equal(18, attentions.Count);
        Assert.Equal(
            [34_603_008, 25_755_648, 30_146_560],
            attentions.Select(layer => layer.Macs!.Value).Distinct());
    }

    [Fact]
    public void A_mask_leaves_half_of_the_pairs()
    {
        const long pairs = 1024 * 1025 / 2;

        CostRow all = Measure("gpt2").Single();
        CostRow masked = Measure("gpt2", ("causal", true)).Single();

        Assert.Equal(12 * 2 * 768 * ((1024 * 1024) - pairs), all.Macs - masked.Macs);
        Assert.Equal(all.Parameters, masked.Parameters);
    }

    private static IReadOnlyList<CostRow> Measure(string name, params (string Name, object Value)[] settings) =>
        Measure(name, CostGrouping.Network, settings);

    private static IReadOnlyList<CostRow> Measure(
        string name, CostGrouping grouping, params (string Name, object Value)[] settings)
    {
        return [.. CostCounter.Measure(
            Zoo.Build(name, settings), new MeasureOptions(ConventionCatalog.Get("mac")) { GroupBy = grouping })];
    }
}
