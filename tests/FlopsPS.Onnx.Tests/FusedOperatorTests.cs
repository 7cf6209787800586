using System.Collections.Generic;
using System.Linq;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;
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
        byte[] model = Model(
            Graph(
                [Node(item.Operator, item.Inputs, item.Outputs, item.Attributes)],
                item.Values,
                item.Outputs.Split(' ').Select(output => Shapeless(output, item.Type)),
                item.Stored),
            item.Opset);

        Network network = Models.Read(model, name);

        CostRow row = Models.Measure(network);
        Assert.Equal(item.Macs, row.Macs);
        Assert.Equal(item.Parameters, row.Parameters);
        Assert.Null(row.Uncounted);
        Assert.Empty(network.Warnings);
        if (item.Steps is { } steps)
        {
            Assert.Equal(row.Flops + steps, Models.Measure(network, "full").Flops);
        }

        Assert.Equal(item.Made ?? OnnxRuntime.Outputs(model), Models.Outputs(network));
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
                "com.microsoft/GroupQueryAttention", "x k v p q s t",
                [
                    Value("x", 2, 1, 32), Value("k", 2, 1, 16), Value("v", 2, 1, 16),
                    Value("p", 2, 2, 7, 8), Value("q", 2, 2, 7, 8),
                ],
                [Whole("s", [2], 7, 7), Whole("t", [], 8)],
                [Attribute("num_heads", 4), Attribute("kv_num_heads", 2)],
                2 * 2 * 4 * 8 * 8, 0) { Outputs = "y z u" },
            new(
                "com.microsoft/FusedMatMul", "x k", [Value("x", 2, 4, 3), Value("k", 2, 5, 4)], [],
                [Attribute("transA", 1), Attribute("transB", 1)], 2 * 3 * 4 * 5, 0),
            new(
                "com.microsoft/FusedMatMul", "x k", [Value("x", 3, 2, 4), Value("k", 2, 4, 5)], [],
                [Attribute("transBatchA", 1)], 2 * 3 * 4 * 5, 0),
            new(
                "com.microsoft/FusedConv", "x w b z", [Value("x", 1, 3, 8, 8), Value("z", 1, 4, 6, 6)],
                [Ones("w", 4, 3, 3, 3), Ones("b", 4)],
                [Attribute("activation", "Relu"), Attribute("kernel_shape", 3, 3)], 4 * 36 * 27, 112),
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
                [Ones("w", 10, 4), Ones("v", 10, 4)], [Attribute("num_heads", 2)], 0, 80),
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
        ];
    }

    private static Message Bytes(string name, params long[] sizes) => Stored(
        name, UInt8, sizes, new byte[sizes.Aggregate(1L, (product, size) => product * size)]);

    private static Message Byte(string name) => Stored(name, UInt8, [], [0]);

    private static Message Number(string name) => Stored(name, Float, [], System.BitConverter.GetBytes(0.5f));

    private static Message Whole(string name, long[] sizes, params int[] values) =>
        Stored(name, 6, sizes, [.. values.SelectMany(System.BitConverter.GetBytes)]);

    private static Message Stored(string name, int type, long[] sizes, byte[] data)
    {
        var tensor = new Message();
        foreach (long size in sizes)
        {
            tensor.Varint(1, size);
        }

        return tensor.Varint(2, type).Text(8, name).Raw(9, data);
    }

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

        public long Opset { get; init; } = 23;

        /// <summary>The shapes of the outputs, where the runtime has no kernel for the CPU.</summary>
        public string? Made { get; init; }

        /// <summary>The arithmetic steps besides sums of products.</summary>
        public long? Steps { get; init; }
    }
}
