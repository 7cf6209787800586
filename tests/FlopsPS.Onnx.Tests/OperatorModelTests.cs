using System;
using System.Linq;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Onnx.Tests;

/// <summary>One operator or small module each: parameters, buffers, multiply-accumulates and outputs of
/// onnx_ops_truth.csv, whose figures are those of the torch module.</summary>
public sealed class OperatorModelTests
{
    private static readonly TruthTable s_truth = new("onnx_ops_truth");

    public static TheoryData<string> Files => [.. s_truth.Files.Intersect(Models.In("onnx-ops").Select(Stem))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_operator_counts_as_its_module_does(string file)
    {
        Network network = Models.Read($"onnx-ops/{file}.onnx");

        CostRow row = Models.Measure(network);
        Assert.Equal(s_truth.Number(file, "params"), row.Parameters);

        // torch also stores how many batches a batch normalisation has seen; no export does.
        Assert.Equal(Math.Max(s_truth.Number(file, "buffers") - 1, 0), row.Buffers);
        Assert.Equal(s_truth.Number(file, "macs_textbook"), row.Macs);
        Assert.Equal(s_truth[file, "output_shapes"], Models.Outputs(network));
        Assert.Null(row.Uncounted);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_operator_has_a_figure_under_full(string file) =>
        Assert.Null(Models.Measure(Models.Read($"onnx-ops/{file}.onnx"), "full").Uncounted);

    [Fact]
    public void All_files_are_in_the_table() => Assert.Equal(174, Files.Count);

    private static string Stem(string file) => file[..^".onnx".Length];
}
