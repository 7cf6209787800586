using System.Linq;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>TensorFlow's profiler on Keras layers: what keras-flops prints and asserts, and what its operators add up
/// to.</summary>
public class KerasConventionTests
{
    [Fact]
    public void The_example_of_keras_flops_prints_0_0338_G()
    {
        string[] layers =
        [
            "conv out=32 kernel=3", "relu", "conv out=64 kernel=3", "relu", "maxpool kernel=2", "dropout",
            "flatten", "linear out=128", "relu", "dropout", "linear out=10", "softmax",
        ];
        Network network = Nets.Chain(Nets.Shape(1, 3, 32, 32), [.. layers.Select(LayerText.Layer)]);

        CostRow row = Nets.Cost(network, "keras");

        long first = 30 * 30 * 32 * ((2 * 27) + 1);
        long second = 28 * 28 * 64 * ((2 * 288) + 1);
        long pool = 14 * 14 * 64 * 4;
        long dense = (128 * ((2 * 12_544) + 1)) + (10 * ((2 * 128) + 1)) + (5 * 10);
        Assert.Equal((first + second + pool + dense, 33_799_740), (row.Flops!.Value, row.Flops.Value));
        Assert.Equal((1_626_442, "relu x3"), (row.Parameters, row.Uncounted));
    }

    [Theory]
    // tests/test_flops.py of keras-flops asserts these, the last three in other sizes.
    [InlineData("linear out=3", "1x8", (2 * 8 * 3) + 3)]
    [InlineData("linear out=3 bias=false", "1x8", 2 * 8 * 3)]
    [InlineData("multiply", "1x5 + 1x5", 5)]
    [InlineData("conv out=32 kernel=3 padding=same", "1x3x32", ((2 * 3 * 3) + 1) * 32 * 32)]
    [InlineData("conv out=32 kernel=3 padding=same", "1x3x32x32", ((2 * 9 * 3) + 1) * 32 * 32 * 32)]
    [InlineData("conv out=32 kernel=3 padding=same", "1x3x32x32x32", ((2 * 27 * 3) + 1) * 32 * 32 * 32 * 32)]
    [InlineData("conv out=3 kernel=3 padding=same groups=depthwise", "1x3x32x32", ((2 * 9) + 1) * 32 * 32 * 3)]
    [InlineData("convtranspose out=32 kernel=3 padding=same", "1x3x32", ((2 * 3 * 3) + 1) * 32 * 32)]
    [InlineData("avgpool kernel=2", "1x32x32", 32 * 32)]
    [InlineData("avgpool kernel=2", "1x32x32x32", 32 * 32 * 32)]
    [InlineData("maxpool kernel=2", "1x32x32x32", 32 * 32 * 32)]
    [InlineData("globalavgpool", "1x32x32", 32 * 32)]
    [InlineData("globalavgpool", "1x32x32x32x32", 32 * 32 * 32 * 32)]
    [InlineData("globalmaxpool", "1x3x32", (32 - 1) * 3)]
    [InlineData("globalmaxpool", "1x3x32x32", ((32 * 32) - 1) * 3)]
    [InlineData("globalmaxpool", "1x3x32x32x32", ((32 * 32 * 32) - 1) * 3)]
    [InlineData("softmax", "1x8", 5 * 8)]
    [InlineData("batchnorm", "1x3x32", (6 * 3) + (2 * 32 * 3))]
    [InlineData("batchnorm", "1x3x32x32", (6 * 3) + (2 * 32 * 32 * 3))]
    [InlineData("matmul transpose_b=true", "1x10x16 + 1x10x16", 2 * 10 * 10 * 16)]
    [InlineData("matmul", "1x10x10 + 1x10x16", 2 * 10 * 10 * 16)]
    public void A_layer_is_counted_as_keras_flops_asserts(string layer, string inputs, long flops) =>
        Assert.Equal((flops, null, null), Figures(layer, inputs));

    [Theory]
    // 7 positions in steps of 2 are padded to 8, 5 of a second axis in steps of 3 to 6; BiasAdd sees the real ones.
    [InlineData("conv out=4 kernel=3 dilation=2", "1x2x11", (2 * 2 * 3 * 4 * 8) + (4 * 7))]
    [InlineData("conv out=4 kernel=3 dilation=2,3 bias=false", "2x2x11x11", 2 * 2 * 9 * 4 * 2 * 8 * 6)]
    // Conv2DBackpropInput: 2 * outputs * kernel * channels / stride, rounded down: 2 * 9 * 3 * 1 / 2
    [InlineData("convtranspose out=1 kernel=3 stride=2 bias=false", "1x1x4", 27)]
    [InlineData("convtranspose out=6 kernel=2 stride=2", "1x4x5x5", (2 * 600 * 4 * 4 / 4) + 600)]
    [InlineData("convtranspose out=6 kernel=2 stride=2", "1x4x5x5x5", 6000)]
    // The first tensor, transposed by the operator, has its rows last: 5, not 4.
    [InlineData("matmul transpose_a=true", "2x4x5 + 2x4x3", 2 * (2 * 5 * 3) * 5)]
    [InlineData("matmul transpose_a=true", "4x5 + 2x4x3", 2 * (2 * 5 * 3) * 5)] // as long as one is no matrix
    [InlineData("matmul transpose_a=true", "4x5 + 4x3", 2 * (5 * 3) * 4)]
    [InlineData("matmul", "2x1x6x10 + 3x10x8", 2 * 2 * 3 * 6 * 8 * 10)]
    // Written out: Rsqrt 2, add epsilon, mean * inv, offset - it per channel; fused in 2-D whatever the weights
    [InlineData("batchnorm affine=false", "1x3x32", (5 * 3) + (2 * 96))]
    [InlineData("batchnorm affine=false", "1x3x8x8", (6 * 3) + (2 * 192))]
    [InlineData("batchnorm affine=false", "1x3x4x4x4", (5 * 3) + (2 * 192))]
    // Mean, SquaredDifference 2, Mean; inv * scale, x * inv, mean * inv, offset - it, + it; epsilon, Rsqrt 2 per row
    [InlineData("layernorm", "2x5x8", (9 * 80) + (3 * 10))]
    [InlineData("layernorm bias=false", "2x5x8", (8 * 80) + (4 * 10))]
    [InlineData("layernorm affine=false", "2x5x8", (6 * 80) + (5 * 10))]
    // Fused: a product by the scale and a sum with the offset
    [InlineData("layernorm eps=1001/100000000", "2x5x8", 2 * 80)]
    [InlineData("layernorm eps=1/1000 bias=false", "2x5x8", 80)]
    // 0.5 * x, x / sqrt 2, 1 + erf, product; the power of 3 and 2 products, 1 sum more by tanh
    [InlineData("gelu", "2x5", 4 * 10)]
    [InlineData("gelu approximate=tanh", "2x5", 7 * 10)]
    // -slopes, -x, product, sum
    [InlineData("prelu", "2x3x4", (3 * 24) + 1)]
    [InlineData("prelu num_parameters=channels", "2x3x4", (3 * 24) + 3)]
    // x * sigmoid(1 * x); -softplus(-x); Minimum, Maximum; Greater, product; x + 3, times 1/6, times x
    [InlineData("silu", "2x5", 2 * 10)]
    [InlineData("logsigmoid", "2x5", 2 * 10)]
    [InlineData("hardtanh", "2x5", 2 * 10)]
    [InlineData("threshold threshold=1 value=0", "2x5", 2 * 10)]
    [InlineData("hardsigmoid", "2x5", 2 * 10)]
    [InlineData("hardswish", "2x5", 3 * 10)]
    [InlineData("softmax2d", "1x3x4x5", 5 * 60)]
    [InlineData("add", "2x5 + 2x5 + 2x5", 2 * 10)]
    [InlineData("adaptiveavgpool size=1", "1x3x4x5", 60)]
    [InlineData("adaptivemaxpool size=1", "1x3x4x5", 60 - 3)]
    // Biases of four projections, the scale of the queries, the softmax of 2 heads
    [InlineData("attention heads=2", "1x3x4 + 1x5x4", (2 * 12) + (2 * 20) + 12 + (5 * 2 * 15))]
    [InlineData("attention heads=2 bias=false causal=true", "1x3x4", 12 + (5 * 2 * 9))]
    // 4 projections with biases, scale, products, position bias, softmax of a window of 4 positions
    [InlineData(
        "windowattention heads=2 window=2", "1x8x2x2",
        (4 * ((2 * 4 * 8 * 8) + 32)) + 32 + (2 * 2 * 4 * 4 * 8) + 32 + (5 * 32))]
    [InlineData("globalavgpool", "2x3x4x5", 2 * 3 * 20)]
    [InlineData("globalmaxpool", "2x3x4x5", 2 * 3 * (20 - 1))]
    public void A_layer_is_counted_by_its_operators(string layer, string inputs, long flops) =>
        Assert.Equal((flops, null, null), Figures(layer, inputs));

    [Theory]
    [InlineData("relu", "2x5")]
    [InlineData("sigmoid", "2x5")]
    [InlineData("maxpool kernel=2", "1x3x4x4x4")]
    [InlineData("maxpool kernel=2 dilation=2", "1x3x4x4")]
    [InlineData("conv out=4 kernel=3 dilation=2 stride=2", "1x2x11")]
    [InlineData("convtranspose out=4 kernel=2 groups=2", "1x4x5x5")]
    [InlineData("convtranspose out=4 kernel=2 dilation=2", "1x4x5x5")]
    [InlineData("convtranspose out=6 kernel=2 bias=false", "1x4x5x5x5")]
    [InlineData("adaptiveavgpool size=2", "1x3x4x4")]
    [InlineData("upsample scale=2", "1x3x4x4")]
    [InlineData("lstm hidden=3", "1x5x4")]
    [InlineData("einsum equation=ij;jk->ik", "2x3 + 3x4")]
    [InlineData("batchnorm track=false", "2x3x4x4")]
    [InlineData("instancenorm", "2x3x4x4")]
    [InlineData("groupnorm groups=3", "2x3x4x4")]
    [InlineData("layernorm eps=1/1000 affine=false", "2x5x8")]
    [InlineData("rmsnorm", "2x5x4")]
    public void A_layer_without_statistics_is_named(string layer, string inputs) =>
        LayerCase.IsUncounted(layer, inputs, "keras");

    [Fact]
    public void Moving_statistics_are_parameters() =>
        Assert.Equal(4 * 3, LayerCase.Cost("batchnorm", "1x3x4x4", "keras").Parameters);

    private static (long? Flops, long? Macs, string? Uncounted) Figures(string layer, string inputs)
    {
        CostRow row = LayerCase.Cost(layer, inputs, "keras");
        return (row.Flops, row.Macs, row.Uncounted);
    }
}
