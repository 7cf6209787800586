using System.Linq;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Onnx.Tests;

/// <summary>Models as exporters write them: parameters with buffers, multiply-accumulates and outputs of
/// onnx_truth.csv.</summary>
public sealed class ExportedModelTests
{
    private static readonly TruthTable s_truth = new("onnx_truth");

    public static TheoryData<string> Files => [.. s_truth.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_export_counts_as_its_framework_says(string file)
    {
        Network network = Read(file);

        CostRow row = Models.Measure(network);
        Assert.Equal(s_truth.Number(file, "params"), row.Parameters + row.Buffers);
        Assert.Equal(s_truth.Number(file, "macs"), row.Macs);
        Assert.Null(row.Uncounted);
        Assert.Equal(1, row.Coverage);
        AssertOutputs(s_truth[file, "outputs"], network);
    }

    /// <summary>The network of an export, its open dimensions set as the table says.</summary>
    internal static Network Read(string file) => Models.Read($"onnx/{file}", s_truth.Dimensions(file));

    // name:1x1000;name:Gemm_dim_0x400, where only what is a number is known: the sizes behind the last name.
    private static void AssertOutputs(string expected, Network network)
    {
        string[] outputs = [.. expected.Split(';').Select(output => output[(output.LastIndexOf(':') + 1)..])];
        Assert.Equal(outputs.Length, network.Outputs.Count);
        foreach ((string output, Tensor actual) in outputs.Zip(network.Outputs))
        {
            long[] known = [.. output.Split('x').Reverse().TakeWhile(IsNumber).Reverse().Select(long.Parse)];
            Assert.Equal(known, actual.Shape.Sizes.Skip(actual.Shape.Rank - known.Length));
        }
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsDigit);
}
