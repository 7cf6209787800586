using System.Collections.Generic;
using System.Linq;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;
using static FlopsPS.Onnx.Tests.Writing.Write;

namespace FlopsPS.Onnx.Tests;

/// <summary>Which stored tensors are parameters, which are buffers, and how often each counts.</summary>
public sealed class WeightTests
{
    private static readonly Message s_x = Value("x", 2, 8);

    [Fact]
    public void The_weights_of_graphs_that_an_unknown_operator_runs_are_counted_once()
    {
        Message decoder = Graph(
            [Node("MatMul", "i w", "a"), Node("MatMul", "a v", "b"), Node("MatMul", "b w", "z")],
            [Value("i", 1, 6)],
            [Shapeless("z", Float)],
            Weight("v", 5, 6));
        Network network = Models.Read(
            Model(Graph(
                [Node("com.microsoft/BeamSearch", "x", "y", GraphAttribute("decoder", decoder))],
                [Value("x", 1, 6)],
                [Shapeless("y", Float)],
                Weight("w", 6, 5))),
            "search");

        CostRow row = Models.Measure(network);
        Assert.Equal((6 * 5) + (5 * 6), row.Parameters);
        Assert.Equal("com.microsoft.BeamSearch (the operator is not known)", row.Uncounted);
    }

    [Fact]
    public void A_weight_that_two_layers_share_counts_once_and_is_not_copied()
    {
        Network network = Read(
            [Node("MatMul", "x w", "h"), Node("MatMul", "h w", "y")], Weight("w", 8, 8));

        Assert.Equal(64, Models.Measure(network).Parameters);
        Assert.Equal([64L, 0L], Rows(network).Select(row => row.Parameters));
        Assert.Equal(2 * 2 * 64, Models.Measure(network).Macs);
    }

    [Theory]
    [InlineData("Transpose")]
    [InlineData("Identity")]
    [InlineData("Neg")]
    public void A_weight_that_is_prepared_before_it_is_used_counts_as_it_is_stored(string @operator)
    {
        CostRow row = Models.Measure(Read(
            [Node(@operator, "w", "v"), Node("MatMul", "x v", "y")], Weight("w", 8, 8)));

        Assert.Equal(64, row.Parameters);
        Assert.Equal(2 * 64, row.Macs);
    }

    [Fact]
    public void Weights_may_be_stored_as_a_size_alone() => Assert.Equal(
        8 * 4,
        Models.Measure(Read(
            [Node("ConstantOfShape", "s", "w"), Node("MatMul", "x w", "y")], Wholes("s", 8, 4))).Parameters);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.02f, 2 * 8)]
    public void Zeros_of_a_stored_size_fill_up_data_and_are_no_weight(float value, long parameters)
    {
        Message one = new Message().Varint(1, 1).Varint(2, Float).Single(4, value);
        Message fill = Node(
            "ConstantOfShape", "s", "c", new Message().Text(1, "value").Nest(5, one).Varint(20, 4));

        Network network = Read([fill, Node("Concat", "x c", "y", Attribute("axis", 1))], Wholes("s", 2, 8));

        Assert.Equal(parameters, Models.Measure(network).Parameters);
    }

    [Fact]
    public void What_is_filled_to_the_shape_of_another_tensor_is_no_weight() => Assert.Equal(
        0,
        Models.Measure(Read(
            [Node("Shape", "x", "s"), Node("ConstantOfShape", "s", "zeros"), Node("Add", "x zeros", "y")])).Parameters);

    [Fact]
    public void A_stored_operand_of_an_einsum_counts_like_one_that_comes_in()
    {
        CostRow row = Models.Measure(Read(
            [Node("Einsum", "x w", "y", Attribute("equation", "ni,io->no"))], Weight("w", 8, 4)));

        Assert.Equal(8 * 4, row.Parameters);
        Assert.Equal(2 * 8 * 4, row.Macs);
    }

    [Fact]
    public void Stored_data_under_a_kernel_that_is_made_count_like_any() => Assert.Equal(
        4 * 36 * 27,
        Models.Measure(Models.Read(
            Model(Graph(
                [Node("Relu", "k", "w"), Node("Conv", "x w", "y")],
                [Value("k", 4, 3, 3, 3)],
                [Shapeless("y", Float)],
                Weight("x", 1, 3, 8, 8))),
            "made")).Macs);

    [Fact]
    public void Inputs_that_stand_where_weights_do_are_named()
    {
        Network network = Models.Read(
            Model(Graph(
                [Node("Conv", "x w b", "h"), Node("Relu", "h", "y")],
                [Value("x", 1, 3, 8, 8), Value("w", 4, 3, 3, 3), Value("b", 4)],
                [Shapeless("y", Float)])),
            "bare.onnx");

        Assert.Equal(0, Models.Measure(network).Parameters);
        Assert.Equal(
            "bare.onnx: 'w', 'b' are inputs where weights stand; the file stores none of them, so they count as no "
            + "parameters",
            Assert.Single(network.Warnings));
    }

    [Fact]
    public void An_input_that_stands_where_a_weight_does_is_named() => Assert.Equal(
        "bare.onnx: 'w' is an input where a weight stands; the file does not store it, so it counts as no parameter",
        Assert.Single(Models.Read(
            Model(Graph(
                [Node("Conv", "x w", "y")], [Value("x", 1, 2, 5, 5), Value("w", 4, 2, 3, 3)], [
                Bare("y")])),
            "bare.onnx").Warnings));

    [Fact]
    public void A_stored_matrix_without_columns_makes_nothing()
    {
        Network network = Models.Read(
            Model(Graph(
                [Node("MatMul", "x a", "t"), Node("MatMul", "t b", "y"), Node("Gemm", "x a", "z")],
                [Value("x", 2, 3)],
                [Bare("y"), Bare("z")],
                Weight("a", 3, 0),
                Weight("b", 0, 4))),
            "adapter");

        Assert.Equal("2x4;2x0", Models.Outputs(network));
        Assert.Equal(0, Models.Measure(network).Macs);
    }

    [Theory]
    [InlineData("onnx.brevitas/Quant", "w s z b", 12, 2)]
    [InlineData("qonnx.custom_op.general/IntQuant", "w s z b", 12, 2)]
    [InlineData("finn.custom_op.general/BipolarQuant", "w s", 12, 1)]
    [InlineData("qonnx.custom_op.general/FloatQuant", "w s b b b b", 12, 1)]
    [InlineData("qonnx.custom_op.general/Trunc", "w s z b b", 12, 2)]
    public void What_is_rounded_for_training_keeps_its_weights(
        string @operator, string inputs, long parameters, long scales)
    {
        Network network = Models.Read(
            Model(Graph(
                [
                    Node(@operator, inputs, "q"),
                    Node(@operator, inputs.Replace('w', 'x'), "p"),
                    Node("MatMul", "p q", "y"),
                ],
                [Value("x", 2, 3)],
                [Bare("y")],
                Weight("w", 3, 4),
                Reals("s", 0.5f),
                Reals("z", 0),
                Reals("b", 4))),
            "rounded");

        CostRow row = Models.Measure(network);
        Assert.Equal("2x4", network.OutputShape);
        Assert.Equal(2 * 3 * 4, row.Macs);
        Assert.Equal(parameters, row.Parameters);
        Assert.Equal(scales, row.Scales);
        Assert.Null(row.Uncounted);
    }

    [Fact]
    public void Two_inputs_that_are_multiplied_are_no_weights() => Assert.Empty(Models.Read(
        Model(Graph(
            [Node("MatMul", "x w", "y")], [Value("x", 2, 8), Value("w", 8, 4)], [Shapeless("y", Float)])),
        "product").Warnings);

    [Fact]
    public void What_no_operator_uses_is_no_parameter() => Assert.Equal(
        64, Models.Measure(Read([Node("MatMul", "x w", "y")], Weight("w", 8, 8), Weight("unused", 100))).Parameters);

    [Fact]
    public void Sizes_and_indices_are_no_parameters() => Assert.Equal(
        0, Models.Measure(Read([Node("Reshape", "x s", "y")], Wholes("s", 4, 4))).Parameters);

    [Fact]
    public void Weights_of_four_bits_count_by_their_number_and_not_by_their_bytes()
    {
        // K = 8, N = 4: 32 weights of 4 bits in 16 bytes, a block and so a scale for each feature.
        Message packed = new Message().Varint(1, 4).Varint(1, 1).Varint(1, 4).Varint(2, 2).Text(8, "w");
        CostRow row = Models.Measure(Read(
            [
                Node(
                    "com.microsoft/MatMulNBits",
                    "x w s",
                    "y",
                    Attribute("K", 8),
                    Attribute("N", 4),
                    Attribute("bits", 4),
                    Attribute("block_size", 16)),
            ],
            packed,
            Weight("s", 4)));

        Assert.Equal(32, row.Parameters);
        Assert.Equal(16, row.ParameterBytes);
        Assert.Equal((4, 4), (row.Buffers, row.Scales));
        Assert.Equal(2 * 32, row.Macs);
    }

    [Theory]
    [InlineData(1, 256)]
    [InlineData(3, 64)]
    [InlineData(10, 128)]
    [InlineData(11, 512)]
    [InlineData(16, 128)]
    [InlineData(17, 64)]
    [InlineData(20, 64)]
    [InlineData(21, 32)]
    [InlineData(22, 32)]
    [InlineData(23, 32)]
    [InlineData(26, 16)]
    public void The_bytes_of_a_weight_are_those_of_its_type(int type, long bytes)
    {
        Message weight = new Message().Varint(1, 8).Varint(1, 8).Varint(2, type).Text(8, "w");

        CostRow row = Models.Measure(Read(
            [Node("DequantizeLinear", "w s", "v"), Node("MatMul", "x v", "y")], weight, Weight("s", 1)));

        Assert.Equal((64, 1), (row.Parameters, row.Scales));
        Assert.Equal(bytes, row.ParameterBytes);
    }

    [Fact]
    public void A_type_that_is_not_known_has_no_bytes()
    {
        Message weight = new Message().Varint(1, 8).Varint(1, 8).Varint(2, 99).Text(8, "w");

        CostRow row = Models.Measure(Read(
            [Node("DequantizeLinear", "w s", "v"), Node("MatMul", "x v", "y")], weight, Weight("s", 1)));

        Assert.Equal(64, row.Parameters);
        Assert.Null(row.ParameterBytes);
    }

    [Fact]
    public void A_matrix_and_the_vector_added_behind_it_are_one_linear_layer()
    {
        Network network = Read(
            [Node("MatMul", "x w", "h"), Node("Add", "b h", "y")], Weight("w", 8, 4), Weight("b", 4));

        LayerCost row = Assert.Single(Rows(network));
        Assert.Equal("linear", row.Kind);
        Assert.Equal(36, row.Parameters);
        Assert.Equal(2 * 2 * 8 * 4, row.Flops); // 2n with a bias
    }

    [Fact]
    public void A_product_that_others_read_too_stays_apart_from_the_sum() => Assert.Equal(
        ["linear", "add", "add"],
        Rows(Read(
            [Node("MatMul", "x w", "h"), Node("Add", "b h", "g"), Node("Add", "g h", "y")],
            Weight("w", 8, 4),
            Weight("b", 4))).Select(row => row.Kind));

    private static Network Read(IEnumerable<Message> nodes, params IEnumerable<Message> initializers) =>
        Models.Read(Model(Graph(nodes, [s_x], [Shapeless("y", Float)], initializers)), "weights");

    private static IEnumerable<LayerCost> Rows(Network network) => CostCounter
        .Measure(network, new MeasureOptions(FlopsPS.Conventions.ConventionCatalog.Get("exact"))
        {
            GroupBy = CostGrouping.Layer,
        })
        .Cast<LayerCost>();
}
