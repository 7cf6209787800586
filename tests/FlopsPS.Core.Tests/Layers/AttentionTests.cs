using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>Attention against torch.nn.MultiheadAttention and the papers.</summary>
public class AttentionTests
{
    [Theory]
    [InlineData("attention heads=8", "1x10x512", (4 * 512 * 512) + (4 * 512))]
    [InlineData("attention heads=8 bias=false", "1x10x512", 4 * 512 * 512)]
    [InlineData("attention heads=8 bias=false out_bias=true", "1x10x512", (4 * 512 * 512) + 512)]
    [InlineData("attention heads=8 out_bias=false", "1x10x512", (4 * 512 * 512) + (3 * 512))]
    [InlineData( // MultiheadAttention(512, 8, kdim=256, vdim=128)
        "attention heads=8 kdim=256 vdim=128",
        "1x10x512 + 1x7x256 + 1x7x128",
        (512 * 512) + (512 * 256) + (512 * 128) + (512 * 512) + (4 * 512))]
    [InlineData( // a Llama 3 8B layer: 32 heads of 128, 8 of them for keys and values
        "attention heads=32 kv_heads=8 bias=false",
        "1x5x4096",
        (4096 * 4096) + (2 * 4096 * 8 * 128) + (4096 * 4096))]
    [InlineData("attention heads=12 kv_heads=1", "1x5x768", (2 * 768 * 768) + (2 * 768 * 64) + (2 * 768) + (2 * 64))]
    [InlineData( // heads that are narrower than the features: 6 * 64 = 384 of 512, as in T5 small
        "attention heads=6 head_dim=64 bias=false", "1x5x512", (3 * 512 * 384) + (384 * 512))]
    [InlineData("attention heads=8 out=100", "1x5x512", (3 * 512 * 512) + (3 * 512) + (512 * 100) + 100)]
    public void The_projections_are_all_there_is_to_learn(string layer, string inputs, long parameters) =>
        Assert.Equal(parameters, LayerCase.Cost(layer, inputs).Parameters);

    // F = 8 features in 2 heads of 4; 3 queries, 5 keys.
    [Theory]
    [InlineData("attention heads=2", "1x3x8", (4 * 3 * 8 * 8) + (2 * 2 * 3 * 3 * 4))]
    [InlineData("attention heads=2", "1x3x8 + 1x5x8", (2 * 3 * 8 * 8) + (2 * 5 * 8 * 8) + (2 * 2 * 3 * 5 * 4))]
    [InlineData("attention heads=2 kv_heads=1", "1x3x8", (2 * 3 * 8 * 8) + (2 * 3 * 8 * 4) + (2 * 2 * 3 * 3 * 4))]
    [InlineData("attention heads=2 causal=true", "1x3x8", (4 * 3 * 8 * 8) + (2 * 2 * (1 + 2 + 3) * 4))]
    [InlineData("attention heads=2 window=2", "1x3x8", (4 * 3 * 8 * 8) + (2 * 2 * (2 + 3 + 2) * 4))]
    [InlineData("attention heads=2 window=2 causal=true", "1x3x8", (4 * 3 * 8 * 8) + (2 * 2 * (1 + 2 + 2) * 4))]
    [InlineData("attention heads=2 window=9", "1x3x8", (4 * 3 * 8 * 8) + (2 * 2 * 3 * 3 * 4))]
    [InlineData("attention heads=2", "7x3x8", 7 * ((4 * 3 * 8 * 8) + (2 * 2 * 3 * 3 * 4)))]
    public void Scores_and_weighted_sum_cost_as_much_as_there_are_pairs(string layer, string inputs, long macs) =>
        Assert.Equal(macs, LayerCase.Cost(layer, inputs).Macs);

    [Fact]
    public void What_a_mask_hides_is_not_added_either()
    {
        CostRow causal = LayerCase.Cost("attention heads=1 causal=true bias=false", "1x2x1");

        // Projections of 2 tokens of 1 feature: 4 * 2 products. 3 pairs: 3 scores; values 1 + 2 products, of which
        // the second query adds one.
        Assert.Equal(8 + 3 + 3, causal.Macs);
        Assert.Equal(8 + 3 + 3 + 1, causal.Flops);
    }

    // Projections 4 * 3 outputs of 8 terms, scores 9 of 4 terms, values 3 * 4 of 3, in 2 heads; softmax 5 * 3 - 2 a row.
    private const long Rest = (4 * 3 * 8 * 15) + (2 * ((9 * 7) + (12 * 5) + (3 * 13)));

    [Theory]
    [InlineData("attention heads=2 bias=false", Rest + (3 * 8))]
    [InlineData("attention heads=2 bias=false scale=queries mask=true", Rest + (3 * 8) + (2 * 9))]
    [InlineData("attention heads=2 bias=false scale=scores", Rest + (2 * 9))]
    [InlineData("attention heads=2 bias=false scale=quotients", Rest + (2 * 9))]
    [InlineData("attention heads=2 bias=false scale=quotients mask=true", Rest + (2 * 9) + (2 * 9))]
    public void Queries_or_scores_are_scaled_and_a_mask_is_added_to_scores(string layer, long flops) =>
        Assert.Equal(flops, LayerCase.Cost(layer, "1x3x8", "full").Flops);

    // 4 projections of 3 * 8 outputs, scores and values 2 * 9 of 4 terms each. torch's own module scales queries in place.
    [Theory]
    [InlineData("attention heads=2 bias=false", "torch-profiler", 2 * 912)]
    [InlineData("attention heads=2 bias=false mask=true", "torch-profiler", 2 * 912)]
    [InlineData("attention heads=2 bias=false scale=scores", "torch-profiler", (2 * 912) + 18)]
    [InlineData("attention heads=2 bias=false scale=quotients mask=true", "torch-profiler", (2 * 912) + 18)]
    [InlineData("attention heads=2 bias=false", "torchprofile", 912 + 4)]
    [InlineData("attention heads=2 bias=false scale=scores mask=true", "torchprofile", 912 + 18)]
    [InlineData("attention heads=2 bias=false scale=quotients", "torchprofile", 912)]
    public void Tools_that_watch_operators_see_how_scores_are_scaled(string layer, string convention, long figure)
    {
        CostRow row = LayerCase.Cost(layer, "1x3x8", convention);
        Assert.Equal(figure, row.Macs ?? row.Flops);
    }

    [Theory]
    [InlineData("attention heads=1 bias=false", "2*2 outputs x (3 mul + 2 add)")]
    [InlineData("attention heads=1 bias=false causal=true", "9 mul + 6 add")] // 3 pairs of 3 features
    public void Scores_are_explained_per_output_unless_a_mask_hides_some(string layer, string term) => Assert.Contains(
        term, Nets.Rows(Nets.Of(LayerText.Layer(layer), Nets.Shape(1, 2, 3)), "exact", explain: true)[0].Formula);

    [Theory]
    [InlineData("attention heads=8", "32x10x512", "32x10x512 NTF")]
    [InlineData("attention heads=8", "32x10x512 + 32x20x256", "32x10x512 NTF")]
    [InlineData("attention heads=8 out=64", "32x10x512 + 32x20x7 + 32x20x9", "32x10x64 NTF")]
    [InlineData("attention heads=2 cross=true", "1x5x8 N?F + 1x6x3", "1x5x8 N?F")]
    [InlineData("attention heads=5 head_dim=3 cross=false", "1x5x8", "1x5x8 NTF")]
    public void A_query_comes_out_with_features_of_the_queries_or_as_many_as_are_asked_for(
        string layer, string inputs, string output) => LayerCase.Makes(layer, inputs, output);

    [Theory]
    [InlineData("attention heads=3", "1x5x8", "8 features cannot be split into 3 heads")]
    [InlineData("attention heads=4 kv_heads=3", "1x5x8", "4 heads cannot be split into 3 heads of keys and values")]
    [InlineData("attention heads=2", "5x8", "5x8 comes in, but a batch, tokens and features are needed")]
    [InlineData("attention heads=2", "1x8x4x4", "1x8x4x4 has its axes in the order NCHW, but features must come last")]
    [InlineData("attention heads=2 cross=true", "1x5x8", "but 1 tensor comes in; name both with 'from'")]
    [InlineData("attention heads=2 cross=false", "1x5x8 + 1x5x8", "self attention reads 1 tensor, but 2 come in")]
    [InlineData("attention heads=2", "1x5x8 + 2x5x8", "2x5x8 does not go with the queries 1x5x8: they may differ in")]
    [InlineData("attention heads=2", "1x5x8 + 2x5x8", "tokens and features only")]
    [InlineData("attention heads=2", "1x5x8 + 1x6x8 + 1x7x8", "does not go with the keys 1x6x8: they may differ in")]
    [InlineData("attention heads=2", "1x5x8 + 1x6x8 + 1x7x8", "in their features only")]
    [InlineData("attention heads=2", "1x5x8 + 1x1x6x8 N?TF", "1x1x6x8 does not go with the queries")]
    [InlineData("attention heads=2 kdim=9", "1x5x8", "kdim is 9, but 1x5x8 has 8 features")]
    [InlineData("attention heads=2 vdim=9", "1x5x8 + 1x5x7", "vdim is 9, but 1x5x7 has 7 features")]
    [InlineData("attention heads=2", "1x5x8 + 1x5x8 + 1x5x8 + 1x5x8", "attention takes 1 to 3 tensors, but 4 come in")]
    public void Inputs_that_do_not_go_together_are_refused(string layer, string inputs, string reason) =>
        LayerCase.DoesNotFit(layer, inputs, reason);

    [Theory]
    [InlineData("attention", ErrorCode.ArgumentMissing, "attention needs 'heads': Number of heads.")]
    [InlineData("attention heads=0", ErrorCode.ArgumentInvalid, "heads '0' is not a whole number of at least 1")]
    [InlineData("attention heads=2 window=0", ErrorCode.ArgumentInvalid, "window '0' is not a whole number of at")]
    [InlineData("attention head=2", ErrorCode.ArgumentUnknown, "Did you mean 'heads'?")]
    public void Arguments_are_checked(string layer, ErrorCode code, string reason) =>
        LayerCase.CannotBeMade(layer, code, reason);
}
