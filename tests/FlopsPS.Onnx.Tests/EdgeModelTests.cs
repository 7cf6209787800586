using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;

namespace FlopsPS.Onnx.Tests;

/// <summary>Old and new versions, subgraphs, functions, every way to store weights, quantised and foreign operators:
/// onnx_edge_truth.csv.</summary>
public sealed class EdgeModelTests
{
    private static readonly TruthTable s_truth = new("onnx_edge_truth");

    public static TheoryData<string> Good => [.. s_truth.Files.Where(file => s_truth[file, "macs"].Length > 0)];

    [Theory]
    [MemberData(nameof(Good))]
    public void Every_edge_case_counts(string file)
    {
        Network network = Models.Read($"onnx-edge/{file}.onnx");

        CostRow row = Models.Measure(network);
        Assert.Equal(s_truth.Number(file, "params"), row.Parameters);
        Assert.Equal(s_truth.Number(file, "macs"), row.Macs);
        Assert.Equal(s_truth[file, "expected_outputs"], Models.Outputs(network));
    }

    [Theory]
    [InlineData("bad_text", ErrorCode.ModelInvalid, "is no ONNX model but a text: ")]
    [InlineData("bad_missing_input", ErrorCode.ModelInvalid, "'nope', which nothing makes")]
    [InlineData("bad_cycle", ErrorCode.ModelInvalid, "is part of a cycle")]
    [InlineData("bad_conv_channels", ErrorCode.ShapeMismatch, "1x3x15x15 has 3 channels")]
    public void A_broken_model_is_refused_with_the_reason_and_the_file(string file, ErrorCode code, string reason)
    {
        var error = Assert.Throws<NetworkException>(() => Models.Read($"onnx-edge/{file}.onnx"));

        Assert.Equal(code, error.Code);
        Assert.Contains(reason, error.Message);
        Assert.Contains($"{file}.onnx", error.Message);
    }

    [Fact]
    public void Nodes_out_of_order_are_put_in_order() =>
        Assert.Equal(55_296, Models.Measure(Models.Read("onnx-edge/unsorted_nodes.onnx")).Macs);

    [Theory]
    [InlineData("custom_domain_op", 55_296, 384, "my.domain.MyFancyOp (the operator is not known)")]
    [InlineData("deformconv_missing", 0, 216, "my.vision.DeformConv (the operator is not known)")]
    public void An_unknown_operator_is_an_uncounted_row_with_its_name_and_weights(
        string file, long macs, long parameters, string uncounted)
    {
        CostRow row = Models.Measure(Models.Read($"onnx-edge/{file}.onnx"));

        Assert.Equal(macs, row.Macs ?? 0);
        Assert.Equal(parameters, row.Parameters);
        Assert.Equal(uncounted, row.Uncounted);
        Assert.True(row.Coverage < 1);
    }

    [Fact]
    public void A_strict_measurement_says_the_name_of_an_unknown_operator_once()
    {
        Network network = Models.Read("onnx-edge/custom_domain_op.onnx");
        var options = new MeasureOptions(ConventionCatalog.Get("exact")) { Strict = true };

        var error = Assert.Throws<NetworkException>(() => CostCounter.Measure(network, options).ToList());

        Assert.EndsWith("\n  my.domain.MyFancyOp (the operator is not known), 1 layer:\n    myfancyop", error.Message);
    }

    [Fact]
    public void What_depends_on_data_is_uncounted_and_says_why() => Assert.Contains(
        "MatMul (what NonZero makes depends on data)",
        Models.Measure(Models.Read("onnx-edge/nonzero_data_dependent.onnx")).Uncounted);

    // Until version 6 an attribute said at which axis the second input begins; 3 rows of 3 columns.
    [Theory]
    [InlineData("Add", 1, "2x3x3x5")]
    [InlineData("Less", 1, "2x3x3x5")]
    [InlineData("Mul", -2, "2x3x3x5")]
    public void Old_operators_join_at_an_axis(string @operator, long axis, string output)
    {
        Network network = Old(
            6,
            Write.Node(@operator, "x w", "y", Write.Attribute("broadcast", 1), Write.Attribute("axis", axis)),
            Write.Weight("w", 3));

        Assert.Equal(output, network.OutputShape);
        Assert.Equal(2 * 3 * 3 * 5, Models.Measure(network, "full").Flops);
        Assert.Equal(3, Models.Measure(network).Parameters);
    }

    [Fact]
    public void What_reaches_beyond_the_axes_cannot_be_joined_at_one()
    {
        var error = Assert.Throws<NetworkException>(() => Old(
            6, Write.Node("Add", "x w", "y", Write.Attribute("axis", 3)), Write.Weight("w", 5, 3)));

        Assert.Equal(ErrorCode.ShapeMismatch, error.Code);
        Assert.Equal("5x3 does not fit 2x3x3x5 from axis 3 on", error.Reason);
    }

    [Fact]
    public void Small_constants_are_joined_at_their_axis_too()
    {
        byte[] model = Write.Model(
            Write.Graph(
                [
                    Write.Node("Unsqueeze", "a", "column", Write.Attribute("axes", new[] { 1L })),
                    Write.Node("Add", "column b", "sum", Write.Attribute("axis", 0), Write.Attribute("broadcast", 1)),
                    Write.Node("Squeeze", "sum", "t", Write.Attribute("axes", new[] { 1L })),
                    Write.Node("Reshape", "x t", "y"),
                ],
                [Write.Value("x", 6)],
                [Write.Bare("y")],
                Write.Wholes("a", 1, 1),
                Write.Wholes("b", 1, 2)),
            opset: 6);

        Assert.Equal("2x3", Models.Read(model, "joined").OutputShape);
    }

    [Theory]
    [InlineData("FLOAT", "2x3")]
    [InlineData("INT64", "2x3")]
    public void Old_casts_name_their_type(string type, string output)
    {
        byte[] model = Write.Model(
            Write.Graph(
                [Write.Node("Cast", "s", "t", Write.Attribute("to", type)), Write.Node("Reshape", "x t", "y")],
                [Write.Value("x", 6)],
                [Write.Bare("y")],
                Write.Wholes("s", 2, 3)),
            opset: 5);

        Assert.Equal(output, Models.Read(model, "cast").OutputShape);
    }

    [Fact]
    public void A_cast_to_no_type_is_refused() => Assert.Equal(
        "there is no type 'NUMBER'",
        Assert.Throws<NetworkException>(
            () => Old(5, Write.Node("Cast", "x", "y", Write.Attribute("to", "NUMBER")))).Reason);

    [Fact]
    public void An_old_tile_repeats_one_axis() => Assert.Equal(
        "2x3x12x5",
        Old(5, Write.Node("Tile", "x n a", "y"), Write.Wholes("n", 4), Write.Wholes("a", 2)).OutputShape);

    [Fact]
    public void An_old_upsample_has_a_factor_for_height_and_one_for_width() => Assert.Equal(
        "2x3x6x20",
        Old(6, Write.Node("Upsample", "x", "y", [
            Write.Attribute("height_scale", 2f), Write.Attribute("width_scale", 4f)])).OutputShape);

    [Fact]
    public void What_an_unknown_operator_hides_says_by_which()
    {
        Network network = Models.Read(
            Write.Model(Write.Graph(
                [Write.Node("my/Fancy", "x", "a"), Write.Node("Relu", "a", "b"), Write.Node("Tanh", "b", "y")],
                [Write.Value("x", 2, 3)],
                [Write.Bare("y")])),
            "fancy");

        Assert.Equal(
            "my.Fancy (the operator is not known), Relu (what my.Fancy makes is not known), "
                + "Tanh (what my.Fancy makes is not known)",
            Models.Measure(network).Uncounted);
    }

    [Theory]
    [InlineData("bn_opset7", 6)] // mean and variance of 3 channels
    [InlineData("qdq_conv", 18)] // scale and zero point of the input: 2; of the 8 channels of the weight: 16
    [InlineData("conv_no_attrs", 0)]
    public void Statistics_and_scales_are_buffers(string file, long buffers) =>
        Assert.Equal(buffers, Models.Measure(Models.Read($"onnx-edge/{file}.onnx")).Buffers);

    [Theory]
    [InlineData("bn_opset7", 0)]
    [InlineData("qdq_conv", 18)]
    public void Scales_are_told_from_statistics(string file, long scales) =>
        Assert.Equal(scales, Models.Measure(Models.Read($"onnx-edge/{file}.onnx")).Scales);

    [Theory]
    [InlineData("conv_no_attrs", 392 * 4)]
    [InlineData("weights_float_data", 35 * 4)]
    [InlineData("weights_double", 35 * 8)]
    [InlineData("weights_fp16_raw", 35 * 2)]
    [InlineData("weights_fp16_int32data", 35 * 2)] // written as whole numbers of 32 bits, which they are not
    [InlineData("matmul_integer", 80)]
    [InlineData("qdq_conv", 216 + (8 * 4))] // the weight in 8 bits, the bias in 32
    [InlineData("shared_init_two_nodes", 25 * 4)] // once
    [InlineData("globalmaxpool", 0)]
    public void Parameters_take_the_bytes_of_their_types(string file, long bytes) =>
        Assert.Equal(bytes, Models.Measure(Models.Read($"onnx-edge/{file}.onnx")).ParameterBytes);

    private static Network Old(long opset, Message node, params IEnumerable<Message> stored) => Models.Read(
        Write.Model(Write.Graph([node], [Write.Value("x", 2, 3, 3, 5)], [Write.Bare("y")], stored), opset), "old");
}
