using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Layers;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>What the facts of a layer are, by their names.</summary>
public class LayerFactsTests
{
    private static readonly TensorShape s_image = Nets.Shape(2, 4, 9, 9);

    private static readonly TensorShape s_sequence = Nets.Shape(2, 5, 6);

    public static TheoryData<string, string, long?> Facts => new()
    {
        // 2 samples, 4 channels of 9x9 in; 8 of 4x4 out: (9 - 3) // 2 + 1
        { "conv", "inputs", 2 * 4 * 9 * 9 },
        { "conv", "outputs", 2 * 8 * 4 * 4 },
        { "conv", "batch", 2 },
        { "conv", "channels", 8 },
        { "conv", "input_channels", 4 },
        { "conv", "positions", 2 * 4 * 4 },
        { "conv", "spatial_axes", 2 },
        { "conv", "weights", 8 * 2 * 3 * 3 },
        { "conv", "parameters", (8 * 2 * 3 * 3) + 8 },
        { "conv", "terms", 2 * 3 * 3 },
        { "conv", "macs", 2 * 8 * 4 * 4 * (2 * 3 * 3) },
        { "conv", "additions", 2 * 8 * 4 * 4 * ((2 * 3 * 3) - 1) },
        { "conv", "bias", 2 * 8 * 4 * 4 },
        { "conv", "kernel", 3 * 3 },
        { "conv", "stride", 2 * 2 },
        { "conv", "dilation", 1 },
        { "conv", "groups", 2 },
        { "conv", "out", 8 },
        { "conv", "padding", null },
        { "conv", "hidden", null },
        { "batchnorm", "rows", 4 },
        { "batchnorm", "affine", 1 },
        { "batchnorm", "shifted", 1 },
        { "batchnorm", "stored", 1 },
        { "batchnorm", "track", 1 },
        { "maxpool", "taps", 2 * 4 * 4 * 4 * (2 * 2) },
        { "rmsnorm", "affine", 1 },
        { "rmsnorm", "shifted", 0 },
        { "rmsnorm", "stored", 0 },
        { "linear", "features", 7 },
        { "linear", "input_features", 6 },
        { "linear", "vectors", 2 * 5 },
        { "linear", "additions", 2 * 5 * 7 * (6 - 1) },
        { "attention", "softmax", 2 * 3 * 5 * 5 },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_is(string kind, string fact, long? value)
    {
        LayerFacts facts = Of(kind);

        Assert.Equal(value, facts.Find(fact)?.Value);
    }

    [Fact]
    public void A_word_is_found_as_such()
    {
        LayerFacts facts = Of("upsample");

        Assert.Equal(("bilinear", null), (facts.Word("mode"), facts.Find("mode")?.Value));
    }

    [Fact]
    public void Arguments_that_are_numbers_truth_values_sizes_or_words_can_be_asked_for() => Assert.Equal(
        ["out", "kernel", "stride", "dilation", "groups", "bias", "in"],
        LayerFacts.ArgumentsOf(LayerCatalog.Get("conv")).Select(argument => argument.Name));

    private static LayerFacts Of(string kind)
    {
        Layer layer = kind switch
        {
            "conv" => Nets.Layer(kind, ("out", 8), ("kernel", 3), ("stride", 2), ("groups", 2)),
            "maxpool" => Nets.Layer(kind, ("kernel", 2)),
            "linear" => Nets.Layer(kind, ("out", 7)),
            "attention" => Nets.Layer(kind, ("heads", 3)),
            "upsample" => Nets.Layer(kind, ("scale", 2), ("mode", "bilinear")),
            _ => Nets.Layer(kind),
        };
        TensorShape input = kind is "linear" or "rmsnorm" or "attention" ? s_sequence : s_image;
        Lowering lowering = Nets.Lowered(layer, input);
        return new(Nets.Of(layer, input).Nodes[0].Call, lowering.Operations, lowering.Weights, new Facts(false));
    }
}
