using System.Globalization;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Counting;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>Ultralytics: twice what the rules of its fork of thop say, and the figures of that fork's own tests.
/// </summary>
public class UltralyticsConventionTests
{
    [Theory]
    // yolov8.yaml states these summaries, before batch normalisations are fused.
    [InlineData(0.33, 0.25, 1024, 3_157_200, "8.9")]
    [InlineData(0.33, 0.50, 1024, 11_166_560, "28.8")]
    [InlineData(0.67, 0.75, 768, 25_902_640, "79.3")]
    [InlineData(1.00, 1.00, 512, 43_691_520, "165.7")]
    [InlineData(1.00, 1.25, 512, 68_229_648, "258.5")]
    public void YOLOv8_has_the_parameters_and_GFLOPs_of_its_summary(
        double depth, double width, long mostChannels, long parameters, string giga)
    {
        CostRow row = Nets.Cost(YoloV8.Build(depth, width, mostChannels, resolution: 640), "ultralytics");

        Assert.Equal(
            (parameters, giga),
            (row.Parameters, (row.Flops!.Value / 1e9).ToString("0.0", CultureInfo.InvariantCulture)));
    }

    [Theory]
    // tests/test_conv2d.py, test_matmul.py and test_relu.py of ultralytics/thop assert these.
    [InlineData("conv out=12 kernel=5 padding=1 bias=false", "1x3x32x32", 2 * 810_000)]
    [InlineData("conv out=12 kernel=5 padding=1", "1x3x32x32", 2 * 810_000)]
    [InlineData("convtranspose out=1 kernel=2 stride=2", "1x3x2x2", 2 * 3 * 2 * 2 * 1 * 2 * 2)]
    [InlineData("convtranspose out=4 kernel=3 padding=1 groups=2 bias=false", "1x8x4x4", 2 * 8 * 4 * 4 * 2 * 3 * 3)]
    [InlineData("linear out=200", "1x100", 2 * 100 * 200)]
    [InlineData("conv out=64 kernel=3 padding=1", "1x3x224x224", 2 * 86_704_128)]
    [InlineData("relu", "1x100", 0)]
    // calculate_norm: 2 per element, doubled with weights
    [InlineData("batchnorm", "2x3x4x4", 2 * 4 * 96)]
    [InlineData("batchnorm affine=false", "2x3x4x4", 2 * 2 * 96)]
    [InlineData("instancenorm", "2x3x4x4", 2 * 2 * 96)]
    [InlineData("layernorm", "2x5x8", 2 * 4 * 80)]
    [InlineData("groupnorm groups=2", "1x4x3x3", 2 * 4 * 36)]
    [InlineData("rmsnorm", "2x5x8", 2 * 4 * 80)]
    [InlineData("prelu", "2x3x4", 2 * 24)]
    // calculate_softmax: f exponentials, f - 1 additions, f divisions per row; softmin negates, logsoftmax subtracts
    [InlineData("softmax", "2x5x8", 2 * 10 * (8 + 7 + 8))]
    [InlineData("softmax axis=1", "2x5x8", 2 * 16 * (5 + 4 + 5))]
    [InlineData("softmax2d", "2x3x4x5", 2 * 40 * (3 + 2 + 3))]
    [InlineData("softmin", "2x8", 2 * ((2 * 23) + 16))]
    [InlineData("logsoftmax", "2x8", 2 * ((2 * 23) + 2))]
    // count_avgpool: an addition per element of the windows, a division per output
    [InlineData("avgpool kernel=3", "1x2x9x9", 2 * ((2 * 9 * 9) + (2 * 9)))]
    // 8 wide, windows of 3 at -1, 1, 3, 5: 3 elements each with the padding, 2 + 3 + 3 + 3 without
    [InlineData("avgpool kernel=3 stride=2 padding=1", "1x2x8", 2 * ((2 * 12) + 8))]
    [InlineData("avgpool kernel=3 stride=2 padding=1 count_include_pad=false", "1x2x8", 2 * ((2 * 11) + 8))]
    // 6 wide, windows at 0, 2, 4: the last one hangs over by 1
    [InlineData("avgpool kernel=3 stride=2 ceil_mode=true", "1x2x6", 2 * ((2 * 8) + 6))]
    // 8 wide in windows of 5 at 0 and 4, the element that is missing added at the end
    [InlineData("avgpool kernel=5 stride=4 padding=same count_include_pad=false", "1x1x8", 2 * (5 + 4 + 2))]
    [InlineData("bilinear out=2", "2x3x4 + 2x3x5", 2 * 12 * (4 + 1) * 5)]
    // 7 wide in windows of 3 at -1, 1, 3, 5: 3 with the padding on both sides; ceiling adds none
    [InlineData("avgpool kernel=3 stride=2 padding=1 ceil_mode=true", "1x2x7", 2 * ((2 * 12) + 8))]
    // count_adap_avgpool: bins of 7 over 3 are [0,3) [2,5) [4,7)
    [InlineData("adaptiveavgpool size=3", "1x2x7", 2 * ((2 * 9) + 6))]
    [InlineData("globalavgpool", "1x2x7x7", 2 * (98 + 2))]
    // count_upsample
    [InlineData("upsample scale=2", "1x2x3x3", 0)]
    [InlineData("upsample scale=2 mode=linear", "1x2x3", 2 * 5 * 12)]
    [InlineData("upsample scale=2 mode=bilinear", "1x2x3x3", 2 * 11 * 72)]
    [InlineData("upsample scale=2 mode=bicubic", "1x2x3x3", 2 * 259 * 72)]
    [InlineData("upsample scale=2 mode=trilinear", "1x2x3x3x3", 2 * 31 * 432)]
    // count_bilinear: (in1 + 1) * in2 per output
    [InlineData("bilinear out=6", "2x4 + 2x5", 2 * 12 * (4 + 1) * 5)]
    // rnn_hooks.py, per evaluation: H(I + H) + H + 2H of biases for each gate, 4H of products and sums behind them
    [InlineData("rnn hidden=4", "2x3x5", 2 * 6 * ((4 * 9) + 4 + 8))]
    [InlineData("gru hidden=4 bias=false", "2x3x5", 2 * 6 * ((3 * ((4 * 9) + 4)) + 16))]
    [InlineData("lstm hidden=4", "2x3x5", 2 * 6 * ((4 * ((4 * 9) + 4 + 8)) + 16))]
    [InlineData("lstm hidden=4 layers=2 bidirectional=true", "2x3x5",
        2 * 6 * 2 * ((4 * ((4 * 9) + 12)) + 16 + (4 * ((4 * 12) + 12)) + 16))]
    // A projection to 2: the recurrent products read 2, and 2 * 4 more project.
    [InlineData("lstm hidden=4 proj=2", "2x3x5", 2 * 6 * ((4 * ((4 * 7) + 4 + 8)) + 16 + 8))]
    // count_multihead_attention: E(2LE + 2SE) + 2LSE + softmax of 2 * 3 rows of 5
    [InlineData(
        "attention heads=2", "1x3x4 + 1x5x4 + 1x5x4", 2 * ((4 * ((2 * 3 * 4) + (5 * 8))) + (2 * 15 * 4) + (6 * 14)))]
    [InlineData("attention heads=2 causal=true", "1x3x4", 2 * ((4 * ((2 * 12) + (3 * 8))) + (2 * 9 * 4) + (6 * 8)))]
    // Heads that share keys are four Linear modules and functions.
    [InlineData("attention heads=2 kv_heads=1", "1x3x4", 2 * 3 * 4 * (4 + 2 + 2 + 4))]
    [InlineData("attention heads=2 head_dim=3", "1x3x4", 2 * 3 * (4 * 6) * 4)]
    [InlineData("attention heads=2 out=6", "1x3x4", 2 * 3 * ((3 * 16) + 24))]
    // The network of the position bias: 3 * 3 positions, 2 -> 512 -> heads
    [InlineData("windowattention heads=2 window=2 version=2", "1x8x4x4", 2 * 9 * ((2 * 512) + (512 * 2)))]
    public void A_layer_is_counted_twice_by_its_rule(string layer, string inputs, long flops)
    {
        CostRow row = LayerCase.Cost(layer, inputs, "ultralytics");

        Assert.Equal((flops, null, null), (row.Flops, row.Macs, row.Uncounted));
    }

    [Theory]
    [InlineData("silu", "2x3")]
    [InlineData("hardtanh", "2x3")]
    [InlineData("matmul", "2x3 + 3x4")]
    [InlineData("add", "2x3 + 2x3")]
    [InlineData("localresponsenorm size=5", "1x8x4x4")]
    [InlineData("windowattention heads=2 window=2", "1x8x4x4")]
    public void A_layer_without_a_rule_is_named(string layer, string inputs) =>
        LayerCase.IsUncounted(layer, inputs, "ultralytics");

    [Theory]
    [InlineData("batchnorm", "1x3x4x4", 6)]
    [InlineData("parameter shape=3,4,4", "1x3x4x4", 48)]
    public void Parameters_are_all_that_train(string layer, string input, long parameters) =>
        Assert.Equal(parameters, LayerCase.Cost(layer, input, "ultralytics").Parameters);
}
