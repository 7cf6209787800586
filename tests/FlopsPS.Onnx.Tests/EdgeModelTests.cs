using System.Linq;
using FlopsPS.Counting;
using FlopsPS.Networks;

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
    [InlineData("bad_text", ErrorCode.ModelInvalid, "at byte 1")]
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
    public void What_depends_on_data_is_uncounted_and_says_why() => Assert.Contains(
        "MatMul (what NonZero makes depends on data)",
        Models.Measure(Models.Read("onnx-edge/nonzero_data_dependent.onnx")).Uncounted);

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
}
