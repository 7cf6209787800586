using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;
using FlopsPS.Yaml;
using static FlopsPS.Onnx.Tests.Writing.Write;

namespace FlopsPS.Onnx.Tests;

/// <summary>Operators that do the work of several, mostly those of ONNX Runtime: parameters, multiply-accumulates, and
/// the shapes that the runtime makes.</summary>
public sealed class FusedOperatorTests
{
    private const int UInt8 = 2;

    private static readonly Dictionary<string, Case> s_cases = Cases()
        .Select((item, i) => ($"{i} {item.Operator}", item))
        .ToDictionary();

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fused_operator_counts_what_it_does(string name)
    {
        Case item = s_cases[name];
        byte[] model = ModelOf(item);

        Network network = Models.Read(model, name);

        CostRow row = Models.Measure(network);
        Assert.Equal(item.Macs, row.Macs);
        Assert.Equal(item.Parameters, row.Parameters);
        Assert.Equal(item.Buffers ?? row.Buffers, row.Buffers);
        Assert.Null(row.Uncounted);
        Assert.Equal(item.Operator == "com.microsoft.nchwc/Conv" ? 1 : 0, network.Warnings.Count);
        if (item.Steps is { } steps)
        {
            Assert.Equal(row.Flops + steps, Models.Measure(network, "full").Flops);
        }

        Assert.Equal(item.Made ?? OnnxRuntime.Outputs(model), Models.Outputs(network));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fused_operator_measures_the_same_when_it_was_written_as_a_manifest_and_read(string name)
    {
        Network network = Models.Read(ModelOf(s_cases[name]), name);

        Network copy = ManifestReader.Read(ManifestWriter.Write(network), "m.yaml", "m").Single()
            .Build(NetworkRequest.None, CancellationToken.None);

        Assert.Equal(MeasuredRows.Of(network), MeasuredRows.Of(copy));
    }

    [Fact]
    public void A_table_of_whole_numbers_is_a_weight_when_its_rows_become_fractions()
    {
        CostRow row = Models.Measure(Models.Read(
            Model(Graph(
                [Node("Gather", "w i", "g"), Node("DequantizeLinear", "g s", "y")],
                [Typed("i", Int64, 3)],
                [Shapeless("y", Float)],
                Bytes("w", 10, 6),
                Number("s"))),
            "embedding"));

        Assert.Equal(60, row.Parameters);
        Assert.Equal(1, row.Buffers);
    }

    [Fact]
    public void The_scale_of_a_product_that_is_quantised_while_it_runs_is_no_weight()
    {
        CostRow row = Models.Measure(Models.Read(
            Model(Graph(
                [
                    Node("DynamicQuantizeLinear", "x", "q s z"),
                    Node("MatMulInteger", "q w z", "p"),
                    Node("Cast", "p", "f", Attribute("to", Float)),
                    Node("Mul", "s t", "u"),
                    Node("Mul", "f u", "y"),
                ],
                [Value("x", 3, 6)],
                [Shapeless("y", Float)],
                Bytes("w", 6, 4),
                Number("t"))),
            "dynamic"));

        Assert.Equal(24, row.Parameters);
        Assert.Equal(1, row.Buffers);
        Assert.Equal(3 * 6 * 4, row.Macs);
    }

    private static byte[] ModelOf(Case item) => Model(
        Graph(
            [Node(item.Operator, item.Inputs, item.Outputs, item.Attributes)],
            item.Values,
            item.Outputs.Split(' ').Select(output => Shapeless(output, item.Type)),
            item.Stored),
        item.Opset);

    // 2 samples of 5 tokens of 8 features, 2 heads of 4: scores and values are 2 * 2 * 5 * keys * 4 each.
    private static IEnumerable<Case> Cases()
    {
        Message x = Value("x", 2, 5, 8);
        Message[] keys = [Value("x", 2, 5, 8), Value("k", 2, 7, 8), Value("v", 2, 7, 8)];
        Message[] cache = [Value("p", 2, 2, 3, 4), Value("q", 2, 2, 3, 4)];
        Message heads = Attribute("num_heads", 2);
        Message[] packed = [Ones("w", 8, 24), Ones("b", 24)];
        return
        [
            new("com.microsoft/Attention", "x w b", [x], packed, [heads], (10 * 8 * 24) + (2 * 20 * 5 * 4), 216),
            new(
                "com.microsoft/Attention", "x w b", [x], [Ones("w", 8, 28), Ones("b", 28)],
                [heads, Attribute("qkv_hidden_sizes", 8, 8, 12)],
                (10 * 8 * 28) + (20 * 5 * 4) + (20 * 5 * 6), (8 * 28) + 28),
            new(
                "com.microsoft/Attention", "x w b - p", [x, Value("p", 2, 2, 2, 3, 4)], packed, [heads],
                (10 * 8 * 24) + (2 * 20 * 8 * 4), 216) { Outputs = "y z" },
            new("com.microsoft/MultiHeadAttention", "x k v", keys, [], [heads], 2 * 20 * 7 * 4, 0),
            new(
                "com.microsoft/MultiHeadAttention", "x k v b", keys, [Ones("b", 24)], [heads], 2 * 20 * 7 * 4, 24),
            new(
                "com.microsoft/MultiHeadAttention", "x k v",
                [x, Value("k", 2, 2, 7, 4), Value("v", 2, 2, 7, 4)], [], [heads], 2 * 20 * 7 * 4, 0),
            new(
                "com.microsoft/MultiHeadAttention", "x x x - - - p q", [x, .. cache], [], [heads],
                2 * 20 * 8 * 4, 0) { Outputs = "y z u" },
            new(
                "com.microsoft/GroupQueryAttention", "x k v p q s t c c",
                [
                    Value("x", 2, 1, 64), Value("k", 2, 1, 32), Value("v", 2, 1, 32),
                    Value("p", 2, 2, 7, 16), Value("q", 2, 2, 7, 16),
                ],
                [Whole("s", [2], 7, 7), Whole("t", [], 8), Ones("c", 8, 8)],
                [Attribute("num_heads", 4), Attribute("kv_num_heads", 2), Attribute("do_rotary", 1)],
                2 * 2 * 4 * 8 * 16, 0)
                { Outputs = "y z u", Buffers = 64, Steps = (3 * 2 * 6 * 16) + (8 * 16) + (64 * 5) - (8 * 2) },
            new(
                "com.microsoft/GroupQueryAttention", "x - - - - s t - - - - - - - n n", [Value("x", 2, 3, 64)],
                [Whole("s", [2], 2, 2), Whole("t", [], 3), Ones("n", 8)],
                [Attribute("num_heads", 4), Attribute("kv_num_heads", 2)], 2 * 2 * 4 * 3 * 3 * 8, 8)
                {
                    Outputs = "y z u",
                    Made = "2x3x32;2x2x3x8;2x2x3x8",
                    Steps = (6 * 6 * 8 * 4) + (6 * 6 * 2) + (24 * 8) + (72 * 5) - (24 * 2),
                },
            new(
                "com.microsoft/FusedMatMul", "x k", [Value("x", 2, 4, 3), Value("k", 2, 5, 4)], [],
                [Attribute("transA", 1), Attribute("transB", 1)], 2 * 3 * 4 * 5, 0),
            new(
                "com.microsoft/FusedMatMul", "x k", [Value("x", 3, 2, 4), Value("k", 2, 4, 5)], [],
                [Attribute("transBatchA", 1)], 2 * 3 * 4 * 5, 0),
            new(
                "com.microsoft/QGemm", "x s z w s z b", [Typed("x", UInt8, 3, 4)],
                [Number("s"), Byte("z"), Bytes("w", 5, 4), Whole("b", [5], 1, 2, 3, 4, 5)],
                [Attribute("transB", 1)], 3 * 4 * 5, 25),
            new(
                "com.microsoft/QLinearAdd", "x s z k s z s z", [Typed("x", UInt8, 2, 3), Typed("k", UInt8, 2, 3)],
                [Number("s"), Byte("z")], [], 0, 0) { Type = UInt8 },
            new(
                "com.microsoft/QLinearConcat", "s z x s z k s z",
                [Typed("x", UInt8, 2, 3), Typed("k", UInt8, 2, 4)],
                [Number("s"), Byte("z")], [Attribute("axis", 1)], 0, 0) { Type = UInt8 },
            new(
                "com.microsoft/QLinearGlobalAveragePool", "x s z s z", [Typed("x", UInt8, 1, 4, 4, 3)],
                [Number("s"), Byte("z")], [Attribute("channels_last", 1)], 0, 0) { Type = UInt8 },
            new(
                "Attention", "x k v", [Value("x", 2, 4, 5, 4), Value("k", 2, 2, 7, 4), Value("v", 2, 2, 7, 6)], [], [],
                (2 * 4 * 5 * 7 * 4) + (2 * 4 * 5 * 7 * 6), 0),
            new(
                "Attention", "x k v", [Value("x", 2, 5, 16), Value("k", 2, 7, 8), Value("v", 2, 7, 8)], [],
                [Attribute("q_num_heads", 4), Attribute("kv_num_heads", 2)], 2 * 2 * 4 * 5 * 7 * 4, 0),
            new(
                "Attention", "x x x - p q", [Value("x", 2, 2, 5, 4), .. cache], [], [], 2 * 20 * 8 * 4, 0)
                { Outputs = "y z u" },
            new("RMSNormalization", "x w", [x], [Weight("w", 8).Raw(9, new byte[32])], [], 0, 8),
            new(
                "RotaryEmbedding", "x w v p", [Value("x", 2, 5, 16), Typed("p", Int64, 2, 5)],
                [Ones("w", 10, 4), Ones("v", 10, 4)], [Attribute("num_heads", 2)], 0, 0) { Buffers = 80 },
            new(
                "DeformConv", "x w o b", [Value("x", 1, 4, 8, 8), Value("o", 1, 18, 8, 8)],
                [Ones("w", 6, 4, 3, 3), Ones("b", 6)],
                [Attribute("kernel_shape", 3, 3), Attribute("pads", 1, 1, 1, 1)], 6 * 64 * 36, 222),
            new(
                "RoiAlign", "x r i", [Value("x", 2, 3, 8, 8), Value("r", 5, 4), Typed("i", Int64, 5)], [],
                [Attribute("output_height", 2), Attribute("output_width", 4), Attribute("sampling_ratio", 2)], 0, 0)
                { Steps = (480 * 7) + (480 - 120) + 120, Opset = 16 },
            new("AffineGrid", "x s", [Value("x", 1, 2, 3)], [Wholes("s", 1, 1, 4, 5)], [], 4 * 5 * 2 * 3, 0),
            new(
                "Col2Im", "x s w", [Value("x", 1, 20, 9)], [Wholes("s", 4, 4), Wholes("w", 2, 2)], [], 0, 0),
            .. RuntimeCases(),
        ];
    }

    // Operators that ONNX Runtime puts into the files that it optimises.
    private static IEnumerable<Case> RuntimeCases()
    {
        Message map = Value("x", 1, 3, 8, 8);
        Message last = Value("x", 1, 8, 8, 3);
        Message[] filter = [Ones("w", 4, 3, 3, 3), Ones("b", 4)];
        Message[] norm = [Ones("w", 8), Ones("b", 8)];
        Message x = Value("x", 2, 5, 8);
        Message bytes = Typed("x", UInt8, 1, 8, 8, 3);
        return
        [
            new("com.microsoft/FusedConv", "x w b", [map], filter, [Attribute("activation", "Relu")], 4 * 36 * 27, 112)
                { Steps = 4 * 36 },
            new(
                "com.microsoft/FusedConv", "x w b z", [map, Value("z", 1, 4, 6, 6)], filter,
                [Attribute("activation", "Relu")], 4 * 36 * 27, 112) { Steps = 2 * 4 * 36 },
            new(
                "com.microsoft/FusedConv", "x w", [map], filter[..1],
                [Attribute("activation", "Clip"), Fractions("activation_params", 0, 6)], 4 * 36 * 27, 108)
                { Steps = 2 * 4 * 36 },
            new("com.microsoft/FusedConv", "x w b", [map], filter, [], 4 * 36 * 27, 112) { Steps = 0 },
            new(
                "com.microsoft/NhwcFusedConv", "x w b z", [last, Value("z", 1, 6, 6, 4)], filter,
                [Attribute("activation", "Relu")], 4 * 36 * 27, 112) { Made = "1x6x6x4", Steps = 2 * 4 * 36 },
            new("com.microsoft/NhwcConv", "x w b", [last], filter, [], 4 * 36 * 27, 112) { Made = "1x6x6x4" },
            new(
                "com.microsoft/NhwcMaxPool", "x", [bytes], [],
                [Attribute("kernel_shape", 2, 2), Attribute("strides", 2, 2)], 0, 0) { Type = UInt8, Steps = 48 * 3 },
            new(
                "com.microsoft/QLinearConv", "x s z w s z s z b", [bytes],
                [Number("s"), Byte("z"), Bytes("w", 4, 3, 3, 3), Whole("b", [4], 1, 2, 3, 4)],
                [Attribute("channels_last", 1)], 4 * 36 * 27, 112) { Type = UInt8 },
            new(
                "com.microsoft/QLinearAveragePool", "x s z s z", [bytes], [Number("s"), Byte("z")],
                [Attribute("channels_last", 1), Attribute("kernel_shape", 2, 2)], 0, 0)
                { Type = UInt8, Steps = 49 * 3 * 4 },
            new(
                "com.microsoft/GroupNorm", "x w b", [Value("x", 2, 3, 5, 8)], norm,
                [Attribute("groups", 4), Attribute("activation", 1)], 0, 16)
                { Made = "2x3x5x8", Steps = (240 * 7) + (8 * 2) + (240 * 5) },
            new(
                "com.microsoft/SkipGroupNorm", "x w b k a", [Value("x", 2, 3, 5, 8), Value("k", 2, 8)],
                [.. norm, Ones("a", 8)], [Attribute("groups", 4), Attribute("activation", 0)], 0, 24)
                { Outputs = "y s", Made = "2x3x5x8;2x3x5x8", Steps = (240 * 2) + (240 * 7) + (8 * 2) },
            new(
                "com.microsoft/FusedGemm", "x w b", [Value("x", 3, 8)], [Ones("w", 8, 5), Ones("b", 5)],
                [Attribute("activation", "LeakyRelu"), Attribute("activation_alpha", 0.1f)], 3 * 8 * 5, 45)
                { Steps = 2 * 15 },
            new("com.microsoft/GemmFastGelu", "x w b", [x], [Ones("w", 8, 6), Ones("b", 6)], [], 10 * 8 * 6, 54)
                { Made = "2x5x6", Steps = 60 * (1 + 8) },
            new(
                "com.microsoft/FusedMatMulActivation", "x w", [x], [Ones("w", 6, 8)],
                [Attribute("activation", "Tanh"), Attribute("transB", 1)], 10 * 8 * 6, 48)
                { Made = "2x5x6", Steps = 60 },
            new(
                "com.microsoft.nchwc/Conv", "x w b z", [Value("x", 1, 24, 8, 8), Value("z", 1, 32, 6, 6)],
                [Ones("w", 32, 1, 3, 3), Ones("b", 32)], [Attribute("activation", "Relu"), Attribute("group", 32)],
                32 * 36 * 9, (32 * 9) + 32) { Made = "1x32x6x6", Steps = 2 * 32 * 36 },
            new(
                "com.microsoft.nchwc/AveragePool", "x", [Value("x", 1, 16, 8, 8)], [],
                [Attribute("kernel_shape", 2, 2), Attribute("strides", 2, 2)], 0, 0)
                { Made = "1x16x4x4", Steps = 16 * 16 * 4 },
            new("com.microsoft.nchwc/ReorderInput", "x", [last], [], [Attribute("channels_last", 1)], 0, 0)
                { Made = "1x3x8x8" },
            new(
                "com.microsoft.nchwc/ReorderOutput", "x", [Value("x", 1, 32, 8, 8)], [],
                [Attribute("channels", 24)], 0, 0)
                { Made = "1x24x8x8" },
            new(
                "com.microsoft.nchwc/ReorderOutput", "x", [Value("x", 1, 32, 8, 8)], [],
                [Attribute("channels", 24), Attribute("channels_last", 1)], 0, 0) { Made = "1x8x8x24" },
            new(
                "com.microsoft.nchwc/Upsample", "x", [Value("x", 1, 16, 8, 8)], [],
                [Attribute("scales", 1, 1, 2, 3), Attribute("mode", "linear")], 0, 0)
                { Made = "1x16x16x24", Steps = 16 * 16 * 24 * 7 },
            new("com.microsoft/BiasAdd", "x b x", [x], [Ones("b", 8)], [], 0, 8) { Made = "2x5x8", Steps = 160 },
            new("com.microsoft/BiasDropout", "x b x", [x], [Ones("b", 8)], [], 0, 8)
                { Outputs = "y m", Made = "2x5x8;2x5x8", Steps = 160 },
            new("com.microsoft/BitmaskDropout", "x", [x], [], [], 0, 0)
                { Outputs = "y m", Made = "2x5x8;3", Steps = 0 },
            new(
                "com.microsoft/BiasSoftmax", "x m", [Value("x", 2, 3, 5, 5), Value("m", 2, 1, 1, 5)], [],
                [Attribute("axis", 3), Attribute("is_inner_broadcast", 1)], 0, 0)
                { Made = "2x3x5x5", Steps = 150 + (150 * 5) - (30 * 2) },
            new("com.microsoft/BiasSplitGelu", "x b", [x], [Ones("b", 8)], [], 0, 8)
                { Made = "2x5x4", Steps = 80 + (40 * 5) + 40 },
            new(
                "com.microsoft/DecoderMaskedMultiHeadAttention", "x x x - - p q n - - b",
                [Value("x", 2, 1, 8), Value("p", 2, 2, 3, 4), Value("q", 2, 2, 3, 4)],
                [Ones("b", 24), Whole("n", [1], 2)],
                [Attribute("num_heads", 2), Attribute("past_present_share_buffer", 1)], 2 * 2 * 2 * 3 * 4, 24)
                { Outputs = "y z u" },
            new(
                "com.microsoft/DecoderMaskedSelfAttention", "x w b - p - n",
                [Value("x", 2, 1, 8), Value("p", 2, 2, 2, 3, 4)], [Ones("w", 8, 24), Ones("b", 24), Whole("n", [1], 2)],
                [Attribute("num_heads", 2), Attribute("past_present_share_buffer", 1)],
                (2 * 8 * 24) + (2 * 2 * 2 * 3 * 4), 216) { Outputs = "y z", Made = "2x1x8;2x2x2x3x4" },
            new(
                "com.microsoft/PackedAttention", "x w b o c",
                [Value("x", 7, 8), Typed("o", 6, 2, 5), Typed("c", 6, 3)], [Ones("w", 8, 24), Ones("b", 24)],
                [Attribute("num_heads", 2)], (7 * 8 * 24) + (2 * 2 * 2 * 5 * 5 * 4), 216) { Made = "7x8" },
            new(
                "com.microsoft/PackedMultiHeadAttention", "x x x b o c",
                [Value("x", 7, 8), Typed("o", 6, 2, 5), Typed("c", 6, 3)], [Ones("b", 24)],
                [Attribute("num_heads", 2)], 2 * 2 * 2 * 5 * 5 * 4, 24) { Made = "7x8" },
            new(
                "com.microsoft/MoE", "x r w b v c g", [Value("x", 2, 5, 8), Value("r", 10, 4)],
                [Ones("w", 4, 6, 8), Ones("b", 4, 6), Ones("v", 4, 8, 6), Ones("c", 4, 8), Ones("g", 4, 6, 8)],
                [Attribute("k", 2), Attribute("activation_type", "silu")],
                10 * 2 * 3 * 8 * 6, (3 * 4 * 8 * 6) + (4 * 6) + (4 * 8))
                { Made = "2x5x8", Steps = (40 * 5) - 20 + (120 * 5) + 120 + 160 + (160 - 80) },
            new(
                "com.microsoft/MoE", "x r w b v", [Value("x", 10, 8), Value("r", 10, 4)],
                [Ones("w", 4, 12, 8), Ones("b", 4, 12), Ones("v", 4, 8, 6)],
                [Attribute("k", 2), Attribute("activation_type", "swiglu"), Attribute("swiglu_fusion", 1)],
                10 * 2 * 3 * 8 * 6, (3 * 4 * 8 * 6) + (4 * 12)),
            new(
                "com.microsoft/QMoE", "x r w s - v t", [Value("x", 10, 16), Value("r", 10, 4)],
                [Bytes("w", 4, 32, 8), Ones("s", 4, 32), Bytes("v", 4, 16, 16), Ones("t", 4, 16)],
                [Attribute("k", 2), Attribute("expert_weight_bits", 4)], 10 * 2 * 2 * 16 * 32, 2 * 4 * 16 * 32),
            new(
                "com.microsoft/MatMulBnb4", "x w s", [Value("x", 2, 5, 16)], [Bytes("w", 48), Ones("s", 6)],
                [Attribute("K", 16), Attribute("N", 6), Attribute("block_size", 16), Attribute("quant_type", 1)],
                10 * 16 * 6, 96),
            new(
                "com.microsoft/MatMulFpQ4", "x w s", [Value("x", 2, 5, 32)], [Bytes("w", 120), Wholes("s", 32, 6)],
                [Attribute("blk_quant_type", 0)], 10 * 32 * 6, 192) { Made = "2x5x6" },
            new(
                "com.microsoft/DynamicQuantizeLSTM", "x w r b - - - - s z s z", [Value("x", 7, 2, 4)],
                [
                    Bytes("w", 1, 4, 24), Bytes("r", 1, 6, 24), Ones("b", 1, 48), Stored("s", Float, [1], new byte[4]),
                    Bytes("z", 1),
                ],
                [Attribute("hidden_size", 6)], 7 * 2 * 24 * (4 + 6), (24 * (4 + 6)) + 48) { Outputs = "y h c" },
            new(
                "com.microsoft/MatMulBlockQuantizedFp8Weight", "x w s - b", [x],
                [Stored("w", 17, [6, 8], new byte[48]), Ones("s", 6, 1), Ones("b", 6)], [], 10 * 8 * 6, 54)
                { Made = "2x5x6", Buffers = 6 },
            new(
                "com.microsoft/MatMulBlockQuantizedFp4Weight", "x w s t - b", [x],
                [Bytes("w", 6, 4), Bytes("s", 6, 1), Number("t"), Ones("b", 6)], [], 10 * 8 * 6, 54)
                { Made = "2x5x6", Buffers = 7 },
            new(
                "com.microsoft/MRotaryEmbedding", "x p w v", [Value("x", 2, 5, 16), Typed("p", Int64, 3, 2, 5)],
                [Ones("w", 10, 8), Ones("v", 10, 8)], [Attribute("mrope_section", 2, 3, 3)], 0, 0)
                { Made = "2x5x16", Buffers = 160, Steps = 3 * 160 },
            new(
                "com.microsoft/LinearAttentionGate", "a w v b", [Value("a", 2, 5, 3), Value("b", 2, 5, 3)],
                [Ones("w", 3), Ones("v", 3)], [], 0, 6)
                { Outputs = "y z", Made = "2x5x3;2x5x3", Steps = 30 * (1 + 3 + 1 + 4) },
            new("com.microsoft/GatedRMSNorm", "x w x", [x], [Ones("w", 4)], [], 0, 4)
                { Made = "2x5x8", Steps = (80 * 4) + (20 * 2) + (80 * 5) + 80 },
            new("com.microsoft/GatedAdd", "x x g", [x, Value("g", 2, 5, 1)], [], [], 0, 0)
                { Made = "2x5x8", Steps = 160 },
            new("com.microsoft/Trilu", "x", [x], [], [], 0, 0),
            new(
                "com.microsoft/UnfoldTensor", "x", [Value("x", 2, 9, 3)], [],
                [Attribute("dim", 1), Attribute("size", 3), Attribute("step", 2)], 0, 0) { Made = "2x4x3x3" },
            new(
                "com.microsoft/QLinearReduceMean", "x s z s z", [bytes], [Number("s"), Byte("z")],
                [Attribute("axes", 1, 2), Attribute("keepdims", 0)], 0, 0) { Type = UInt8, Made = "1x3" },
            new(
                "com.microsoft/QLinearSoftmax", "x s z s z", [bytes], [Number("s"), Byte("z")],
                [Attribute("axis", 1), Attribute("opset", 13)], 0, 0)
                { Type = UInt8, Steps = (192 * 5) - (24 * 2) },
            new(
                "com.microsoft/QLinearWhere", "c x s z k s z s z",
                [Typed("c", 9, 2, 1), Typed("x", UInt8, 2, 3), Typed("k", UInt8, 1, 3)],
                [Number("s"), Byte("z")], [], 0, 0) { Type = UInt8 },
            new("com.microsoft/Pad", "x p", [Value("x", 2, 3)], [Wholes("p", 0, 1, 0, 2)], [], 0, 0),
            new(
                "com.microsoft/CausalConvWithState", "x w b", [Value("x", 2, 6, 9)], [Ones("w", 6, 1, 4), Ones("b", 6)],
                [Attribute("activation", "silu")], 2 * 6 * 9 * 4, 30) { Outputs = "y z", Steps = 108 * 5 },
            new(
                "com.microsoft/LinearAttention", "q k v - g t",
                [
                    Value("q", 2, 5, 8), Value("k", 2, 5, 8), Value("v", 2, 5, 12), Value("g", 2, 5, 2),
                    Value("t", 2, 5, 2),
                ],
                [], [Attribute("q_num_heads", 2), Attribute("kv_num_heads", 2)], 3 * 2 * 5 * 2 * 4 * 6, 0)
                { Outputs = "y z", Steps = 20 + 480 + (2 * 120) + 480 + 120 },
        ];
    }

    private static Message Bytes(string name, params long[] sizes) => Stored(
        name, UInt8, sizes, new byte[sizes.Aggregate(1L, (product, size) => product * size)]);

    private static Message Byte(string name) => Stored(name, UInt8, [], [0]);

    private static Message Number(string name) => Write.Number(name, 0.5f);

    private static Message Whole(string name, long[] sizes, params int[] values) =>
        Stored(name, 6, sizes, [.. values.SelectMany(System.BitConverter.GetBytes)]);

    private sealed record Case(
        string Operator,
        string Inputs,
        Message[] Values,
        Message[] Stored,
        Message[] Attributes,
        long Macs,
        long Parameters)
    {
        public string Outputs { get; init; } = "y";

        public int Type { get; init; } = Float;

        public long? Buffers { get; init; }

        public long Opset { get; init; } = 23;

        /// <summary>The shapes of the outputs, where the runtime has no kernel for the CPU.</summary>
        public string? Made { get; init; }

        /// <summary>The arithmetic steps besides sums of products.</summary>
        public long? Steps { get; init; }
    }
}
