using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Layers;
using FlopsPS.Operations;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>The facts that the rules of a table find by name, with the arithmetic written out.</summary>
public class LayerFactsTests
{
    // 2x4x9x11 to 2x8x4x7: (9 - 3) / 2 + 1 rows, 11 - 5 + 1 columns; 2 of 4 channels in a group, 3 * 5 of each.
    private const string Conv = "conv out=8 kernel=3,5 stride=2,1 groups=2";
    private const string Map = "2x4x9x11";

    // 3 tokens of 8 features in 2 heads of 4.
    private const string Attention = "attention heads=2";
    private const string Tokens = "5x3x8";

    [Theory]
    [InlineData("inputs", 2 * 4 * 9 * 11)]
    [InlineData("outputs", 2 * 8 * 4 * 7)]
    [InlineData("batch", 2)]
    [InlineData("channels", 8)]
    [InlineData("input_channels", 4)]
    [InlineData("positions", 2 * 4 * 7)]
    [InlineData("features", 7)]
    [InlineData("vectors", 2 * 8 * 4)]
    [InlineData("parameters", (8 * 2 * 3 * 5) + 8)]
    [InlineData("weights", 8 * 2 * 3 * 5)]
    [InlineData("macs", 2 * 8 * 4 * 7 * 2 * 3 * 5)]
    [InlineData("linear_macs", 2 * 8 * 4 * 7 * 2 * 3 * 5)]
    [InlineData("matmul_macs", 0)]
    [InlineData("terms", 2 * 3 * 5)]
    [InlineData("bias", 2 * 8 * 4 * 7)]
    [InlineData("elements", 2 * 8 * 4 * 7)]
    [InlineData("softmax", 0)]
    [InlineData("rows", 0)]
    [InlineData("taps", 0)]
    [InlineData("affine", 0)]
    [InlineData("operands", 0)]
    [InlineData("kernel", 3 * 5)]
    [InlineData("stride", 2 * 1)]
    [InlineData("groups", 2)]
    [InlineData("spatial_axes", 2)]
    [InlineData("additions", 2 * 8 * 4 * 7 * ((2 * 3 * 5) - 1))]
    [InlineData("masked_macs", 2 * 8 * 4 * 7 * 2 * 3 * 5)]
    [InlineData("out", 8)] // an argument
    [InlineData("dilation", 1 * 1)] // sizes: their product
    public void A_convolution_has(string fact, long value) => Assert.Equal(value, Find(Conv, Map, fact));

    [Theory]
    [InlineData(Attention, Tokens, "linear_macs", 4 * 5 * 3 * 8 * 8)]
    [InlineData(Attention, Tokens, "matmul_macs", 2 * 5 * 2 * 3 * 3 * 4)] // scores and weighted sum
    [InlineData(Attention, Tokens, "macs", (4 * 5 * 3 * 8 * 8) + (2 * 5 * 2 * 3 * 3 * 4))]
    [InlineData(Attention, Tokens, "bias", 4 * 5 * 3 * 8)]
    [InlineData(Attention, Tokens, "additions", (4 * 5 * 3 * 8 * 7) + (5 * 2 * 3 * 3 * 3) + (5 * 2 * 3 * 4 * 2))]
    [InlineData("linear out=6", "5x7x4", "shifted", 0)]
    [InlineData(Attention, Tokens, "terms", (4 * 8) + 4 + 3)] // of the projections, the scores, the weighted sum
    [InlineData(Attention, Tokens, "parameters", 4 * ((8 * 8) + 8))]
    [InlineData(Attention, Tokens, "weights", 4 * 8 * 8)]
    [InlineData(Attention, Tokens, "softmax", 5 * 2 * 3 * 3)]
    [InlineData(Attention, Tokens, "rows", 5 * 2 * 3)]
    [InlineData("conv out=6 kernel=1 bias=false", "1x3x4x4", "bias", 0)]
    [InlineData("convtranspose out=6 kernel=2 stride=2", "1x3x5x5", "terms", 6 * 2 * 2)] // weights an input meets
    [InlineData("convtranspose out=6 kernel=2 stride=2", "1x3x5x5", "macs", 3 * 5 * 5 * 6 * 2 * 2)]
    [InlineData("linear out=6", "5x7x4", "vectors", 5 * 7)]
    [InlineData("linear out=6", "5x7x4", "features", 6)]
    [InlineData("batchnorm", "2x3x4x4", "parameters", 2 * 3)] // the stored statistics are buffers
    [InlineData("batchnorm", "2x3x4x4", "affine", 1)]
    [InlineData("batchnorm affine=false", "2x3x4x4", "affine", 0)]
    [InlineData("batchnorm", "2x3x4x4", "shifted", 1)]
    [InlineData("batchnorm", "2x3x4x4", "stored", 1)]
    [InlineData("rmsnorm", "2x5x4", "shifted", 0)]
    [InlineData("rmsnorm", "2x5x4", "stored", 0)]
    [InlineData("linear out=6", "5x7x4", "input_features", 4)]
    [InlineData("attention heads=2 causal=true", Tokens, "matmul_macs", 2 * 5 * 2 * 3 * 3 * 4)] // a mask hides nothing
    [InlineData(
        "attention heads=2 causal=true", Tokens, "masked_macs", (4 * 5 * 3 * 8 * 8) + (2 * 5 * 2 * (1 + 2 + 3) * 4))]
    [InlineData("layernorm", "2x5x4", "rows", 2 * 5)]
    [InlineData("layernorm", "2x5x4", "elements", 2 * 5 * 4)]
    [InlineData("softmax", "2x5x4", "rows", 2 * 5)]
    [InlineData("softmax", "2x5x4", "softmax", 2 * 5 * 4)]
    [InlineData("softmax", "2x5x4", "elements", 2 * 5 * 4)]
    [InlineData("localresponsenorm size=2", "2x3x4", "elements", 2 * 3 * 4)]
    [InlineData("avgpool kernel=2", "1x3x6x6", "elements", 3 * 6 * 6)]
    [InlineData("avgpool kernel=2", "1x3x6x6", "taps", 3 * 3 * 3 * 2 * 2)]
    [InlineData("avgpool kernel=2", "1x3x6x6", "stride", 2 * 2)] // the kernel's, where none is given
    [InlineData("upsample scale=2 mode=bilinear", "1x3x2x2", "taps", 3 * 4 * 4 * 4)]
    [InlineData("upsample scale=2 mode=bilinear", "1x3x2x2", "elements", 3 * 4 * 4)]
    [InlineData("glu", "5x8", "elements", (5 * 4) + (5 * 4))] // sigmoid and product
    [InlineData("glu", "5x8", "operands", 1 + 2)]
    [InlineData("windowattention heads=1 window=2 version=2", "1x3x2x2", "rows", 4 + 4 + 4)] // 2 lengths, softmax
    [InlineData("add", "1x3 + 1x3 + 1x3", "operands", 3)]
    [InlineData("add", "1x3 + 1x3 + 1x3", "elements", 3)]
    public void A_layer_of_another_kind_has(string layer, string inputs, string fact, long value) =>
        Assert.Equal(value, Find(layer, inputs, fact));

    [Theory]
    [InlineData("conv out=8 kernel=3 groups=depthwise", "1x4x5x5", "groups", 4)] // a word for the channels
    [InlineData("maxpool kernel=2 ceil_mode=true", "1x4x5x5", "ceil_mode", 1)]
    [InlineData("maxpool kernel=2", "1x4x5x5", "ceil_mode", 0)]
    [InlineData("layernorm axes=2", "1x4x5", "axes", 2)]
    public void An_argument_is_found_as_a_whole_number(string layer, string input, string argument, long value) =>
        Assert.Equal(value, Find(layer, input, argument));

    [Theory]
    [InlineData("relu", "elements_of_nothing")]
    [InlineData("upsample scale=2", "mode")] // a word
    [InlineData("upsample scale=2", "size")] // not given
    public void What_is_no_number_is_not_found(string layer, string name) => Assert.Null(Find(layer, "1x4x5x5", name));

    [Theory]
    [InlineData("kernel", "1x4x5x5", 1)]
    [InlineData("stride", "1x4x5x5", 1)]
    [InlineData("groups", "1x4x5x5", 1)]
    [InlineData("positions", "7x4", 7)]
    [InlineData("positions", "7", 7)]
    [InlineData("channels", "7", 1)]
    [InlineData("input_channels", "7", 1)]
    [InlineData("vectors", "7", 1)]
    [InlineData("features", "7", 7)]
    [InlineData("batch", "", 1)]
    [InlineData("vectors", "", 1)]
    [InlineData("features", "", 1)]
    public void What_a_layer_or_a_shape_lacks_is_1(string fact, string input, long value) =>
        Assert.Equal(value, Find("relu", input, fact));

    [Theory]
    [InlineData(Conv, Map)]
    [InlineData(Attention, Tokens)]
    public void Every_name_is_found(string layer, string inputs) => Assert.All(
        LayerFacts.Names, name => Assert.NotNull(Find(layer, inputs, name)));

    [Fact]
    public void Only_a_normalisation_with_stored_statistics_stores_them()
    {
        Assert.True(Facts("batchnorm", Map, explain: false).IsStored);
        Assert.False(Facts("batchnorm track=false", Map, explain: false).IsStored);
        Assert.False(Facts(Conv, Map, explain: false).IsStored);
    }

    [Fact]
    public void Windows_of_all_operations_add_up()
    {
        var pool = new Pooling(PoolingForm.Max, isAdaptive: false, outputs: 2, taps: 8, inputs: 9);
        var blend = new Interpolation("bilinear", outputs: 3, taps: 4);

        var facts = new LayerFacts(Call(Conv, Map), [pool, blend], [], new Facts(explain: false));

        Assert.Equal((8 + (3 * 4), 9 + 3), (facts.Taps.Value, facts.Elements.Value));
    }

    [Theory]
    [InlineData("inputs", "2*4*9*11 inputs")]
    [InlineData("groups", "2 groups")]
    [InlineData("out", "8 out")]
    public void A_fact_explains_itself(string fact, string text) =>
        Assert.Equal(text, Facts(Conv, Map, explain: true).Find(fact)!.Value.Text);

    [Fact]
    public void A_word_is_found_as_such()
    {
        LayerFacts facts = Facts("upsample scale=2 mode=bilinear", "1x4x5x5", explain: false);

        Assert.Equal(("bilinear", null), (facts.Word("mode"), facts.Find("mode")));
    }

    [Fact]
    public void Arguments_that_are_numbers_truth_values_sizes_or_words_can_be_asked_for() => Assert.Equal(
        ["out", "kernel", "stride", "dilation", "groups", "bias", "in"],
        LayerFacts.ArgumentsOf(LayerCatalog.Get("conv")).Select(argument => argument.Name));

    private static long? Find(string layer, string inputs, string fact) =>
        Facts(layer, inputs, explain: false).Find(fact)?.Value;

    private static LayerFacts Facts(string layer, string inputs, bool explain)
    {
        LayerCall call = Call(layer, inputs);
        var lowering = new Lowering();
        call.Layer.Definition.Lower(call, lowering);
        return new(call, lowering.Operations, lowering.Weights, new Facts(explain));
    }

    private static LayerCall Call(string layer, string inputs) =>
        Nets.Of(LayerText.Layer(layer), LayerText.Shapes(inputs)).Nodes[0].Call;
}
