using FlopsPS.Core.Tests.Layers;
using FlopsPS.Counting;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>The profilers that patch torch's functions, DeepSpeed's and its copy calflops, on layers that the table of
/// single operations does not have.</summary>
public class FunctionProfilerTests
{
    // 2 tokens of 4 features in 2 heads of 2.
    private const long Projections = 4 * 2 * 4 * 4;
    private const long Products = 2 * 2 * 2 * 2 * 2;
    private const long Softmax = 2 * 2 * 2;

    [Theory]
    // _conv_flops_compute: (size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1 positions per axis
    [InlineData("conv out=6 kernel=3 padding=same", "2x4x5x5", 2 * 5 * 5 * 6 * 4 * 9, 2 * 5 * 5 * 6)]
    [InlineData("conv out=6 kernel=3 padding=same bias=false", "1x4x5x5", 5 * 5 * 6 * 4 * 9, 0)]
    [InlineData("conv out=6 kernel=3 padding=same dilation=2", "1x4x7x7", 7 * 7 * 6 * 4 * 9, 7 * 7 * 6)]
    [InlineData("conv out=6 kernel=2 padding=same", "1x4x5x5", 4 * 4 * 6 * 4 * 4, 4 * 4 * 6)] // pads 1 // 2 = 0
    [InlineData("conv out=6 kernel=3 padding=same stride=2", "1x4x8x8", 4 * 4 * 6 * 4 * 9, 4 * 4 * 6)]
    [InlineData("conv out=6 kernel=4 padding=same", "1x4x5", 4 * 6 * 4 * 4, 4 * 6)] // 5 + 2 - 3
    [InlineData("conv out=6 kernel=4,3 padding=same stride=2,1", "1x4x5x7", 2 * 7 * 6 * 4 * 12, 2 * 7 * 6)]
    [InlineData("conv out=6 kernel=2 padding=same groups=2", "1x4x5x5", 4 * 4 * 6 * 2 * 4, 4 * 4 * 6)]
    [InlineData("conv out=6 kernel=2 padding=same", "1x4x1x1", 0, 0)] // 1 - 2 + 1: nothing
    // _conv_trans_flops_compute: inputs * filters * kernel, filters = weight.shape[1] // groups; the bias on the map
    // that a convolution would make of the input
    [InlineData("convtranspose out=6 kernel=2 stride=2", "2x4x5x5", 2 * 4 * 5 * 5 * 6 * 4, 2 * 2 * 2 * 6)]
    [InlineData("convtranspose out=6 kernel=2 stride=2 bias=false", "1x4x5x5", 4 * 5 * 5 * 6 * 4, 0)]
    [InlineData("convtranspose out=8 kernel=2 groups=2", "1x4x5x5", 4 * 5 * 5 * (8 / 2 / 2) * 4, 4 * 4 * 8 / 2)]
    [InlineData("convtranspose out=6 kernel=3 stride=2 padding=1", "1x4x5x5", 4 * 5 * 5 * 6 * 9, 3 * 3 * 6)]
    [InlineData("convtranspose out=6 kernel=3 padding=2,1 dilation=2", "1x4x7x5", 4 * 7 * 5 * 6 * 9, 7 * 3 * 6)]
    [InlineData("linear out=3", "2x5x4", 2 * 5 * 4 * 3, 0)]
    [InlineData("matmul", "1x2x4 + 3x4x5", 2 * 4 * 5, 0)] // by the elements of the first tensor
    public void Two_FLOPs_per_multiply_accumulate_and_a_bias(string layer, string inputs, long macs, long bias)
    {
        Counts("deepspeed", layer, inputs, (2 * macs) + bias, macs);
        Counts("calflops", layer, inputs, (2 * macs) + bias, macs);
    }

    [Theory]
    [InlineData("batchnorm track=false", "1x3x4x5", 5 * 3 * 4 * 5)]
    [InlineData("batchnorm track=false affine=false", "1x3x4x5", 4 * 3 * 4 * 5)]
    [InlineData("layernorm affine=false", "2x3x4", 4 * 2 * 3 * 4)]
    [InlineData("adaptivemaxpool size=2", "1x3x5x4", 3 * 5 * 4)]
    // mul, avg_pool, mul, add, div: 3 per element and the pool over the padded channels
    [InlineData("localresponsenorm size=3", "2x4x5x5", (3 * 2 * 4 * 5 * 5) + (2 * 5 * 5 * (4 + 2)))]
    [InlineData("einsum equation=ij;jk->ik", "2x3 + 3x4", (2 * 2 * 3 * 4) + 1)] // numpy prints 1 too much
    // _rnn_flops: 2 * products - outputs of both matrices, biases, and the state
    [InlineData("rnn hidden=3", "2x5x4", 2 * 5 * ((2 * 3 * (4 + 3)) - 3 - 3 + (2 * 3) + 3))]
    [InlineData("rnn hidden=3 bias=false", "2x5x4", 2 * 5 * ((2 * 3 * (4 + 3)) - 3 - 3 + 3))]
    [InlineData("gru hidden=3 bias=false", "2x5x4", 2 * 5 * ((3 * ((2 * 3 * (4 + 3)) - 3 - 3)) + (7 * 3)))]
    [InlineData("lstm hidden=3 bias=false", "2x5x4", 2 * 5 * ((4 * ((2 * 3 * (4 + 3)) - 3 - 3)) + (10 * 3)))]
    [InlineData("lstm hidden=3 proj=2 bias=false", "2x5x4", 2 * 5 * ((4 * ((2 * 3 * (4 + 2)) - 3 - 3)) + (10 * 3)))]
    public void Everything_else_has_FLOPs_alone(string layer, string inputs, long flops)
    {
        Counts("deepspeed", layer, inputs, flops, macs: 0);
        Counts("calflops", layer, inputs, flops, macs: 0);
    }

    // What numpy prints of cost + 1, with four digits; of two that are as near, the even one.
    [Theory]
    [InlineData("einsum equation=i;j->ij", "97 + 1031", 100_000)] // 100,008
    [InlineData("einsum equation=i;j->ij", "4 + 2501", 10_000)] // 10,005
    [InlineData("einsum equation=i;j->ij", "2 + 5007", 10_020)] // 10,015
    [InlineData("einsum equation=...;...->...", "2x3 + 3", 6 + 1)]
    [InlineData("einsum equation=a;b;c;d;e;f;g->abcdefg", "2 + 2 + 2 + 2 + 2 + 2 + 2", (6 * 128) + 1)]
    // No product of two fits into the largest operand, so all are multiplied at once: 3 products and a sum of 2^6.
    [InlineData("einsum equation=abc;ade;bdf;cef->", "2x2x2 + 2x2x2 + 2x2x2 + 2x2x2", (4 * 64) + 1)]
    public void An_einsum_costs_what_numpy_prints(string layer, string inputs, long flops) =>
        Counts("deepspeed", layer, inputs, flops, macs: 0);

    // The tool's own arithmetic is for padding that is the same at both ends.
    [Fact]
    public void A_convolution_may_be_padded_at_one_end() =>
        Counts("deepspeed", "conv out=2 kernel=2 padding=0,0,1,1 bias=false", "1x1x3x3", 2 * 2 * 9 * 4, 2 * 9 * 4);

    [Theory]
    // _upsample_flops_compute: the scale to the power of the length of the tensor, which is the batch; or the size
    [InlineData("upsample scale=2", "1x3x5x5", 3 * 5 * 5 * 2)]
    [InlineData("upsample scale=2", "3x3x5x5", 3 * 3 * 5 * 5 * 8)]
    [InlineData("upsample scale=3/2", "1x3x5x5", 112)] // floor(75 * 1.5)
    [InlineData("upsample scale=2,3", "2x3x5x5", 2 * 3 * 5 * 5 * 2 * 3)]
    [InlineData("upsample size=7", "2x3x5x5", 7)] // one number for both axes counts once
    [InlineData("upsample scale=3", "1x1x3002399751580331", 9_007_199_254_740_993)] // 2^53 + 1
    public void DeepSpeed_multiplies_by_the_scale_as_often_as_the_batch_is_large(
        string layer, string input, long flops) => Counts("deepspeed", layer, input, flops, macs: 0);

    [Theory]
    [InlineData("upsample scale=2", "3x3x5x5", 3 * 3 * 5 * 5)]
    [InlineData("upsample size=7,2", "2x3x5x5", 7 * 2)]
    public void Calflops_computes_the_scaled_size_and_forgets_it(string layer, string input, long flops) =>
        Counts("calflops", layer, input, flops, macs: 0);

    [Fact]
    public void DeepSpeed_fails_where_there_are_not_as_many_scales_as_samples() =>
        Assert.NotNull(LayerCase.Cost("upsample scale=2,3", "3x3x5x5", "deepspeed").Uncounted);

    [Theory]
    [InlineData("deepspeed")]
    [InlineData("calflops")]
    public void A_grid_has_neither_scale_nor_size(string tool) =>
        Assert.NotNull(LayerCase.Cost("gridsample", "1x3x4x5 + 1x2x2x2", tool).Uncounted);

    [Fact]
    public void Calflops_does_not_see_the_products_of_attention()
    {
        Counts(
            "deepspeed", "attention heads=2", "1x2x4",
            (2 * (Projections + Products)) + Softmax, Projections + Products);
        Counts("calflops", "attention heads=2", "1x2x4", (2 * Projections) + Softmax, Projections);
    }

    // One window of 4 positions of 3 channels, without the position bias of version 2.
    [Theory]
    [InlineData("windowattention heads=1 window=2", (4 * 4 * 3 * 3) + (2 * 4 * 4 * 3))]
    [InlineData("windowattention heads=1 window=2 version=2 position_bias=false", (4 * 4 * 3 * 3) + (4 * 4 * 3))]
    public void Calflops_sees_what_window_attention_multiplies_by_functions(string layer, long macs) =>
        Counts("calflops", layer, "1x3x2x2", (2 * macs) + (4 * 4), macs);

    private static void Counts(string tool, string layer, string inputs, long flops, long macs)
    {
        CostRow row = LayerCase.Cost(layer, inputs, tool);

        Assert.Equal((tool, flops, macs), (tool, row.Flops, row.Macs));
    }
}
