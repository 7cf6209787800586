using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using Xunit.Abstractions;
using static FlopsPS.Core.Tests.Nets;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>
/// Single operators and small modules of torch: their shapes, parameters and multiply-accumulates, and what
/// the tools printed, from onnx_ops_truth.csv. onnx_ops_layers.csv says which layers they are, joined by |, and
/// onnx_ops_excluded.csv which rows and cells do not follow from those, with the reason.
/// </summary>
public class OperatorTruthTests
{
    private const string AllColumns = "*";

    private static readonly GoldenTable s_truth = GoldenTable.Read("onnx_ops_truth.csv");

    private static readonly GoldenTable s_layers = GoldenTable.Read("onnx_ops_layers.csv");

    private static readonly Dictionary<(string Name, string Column), string> s_excluded =
        GoldenTable.ReadRows("onnx_ops_excluded.csv")
            .ToDictionary(row => (row["name"], row["column"]), row => row["reason"]);

    private static readonly Dictionary<string, Func<Network>> s_modules = new()
    {
        ["se_block"] = Squeeze,
        ["residual_block"] = Residual,
        ["transformer_encoder_layer"] = Encoder,
    };

    private static readonly Dictionary<string, (string Convention, Func<CostRow, object?> Cell)> s_columns = new()
    {
        ["output_shapes"] = ("mac", row => row.OutputShape!.Length == 0 ? "scalar" : row.OutputShape),
        ["params"] = ("mac", row => row.Parameters),
        ["macs_textbook"] = ("mac", row => row.Macs),
        ["fvcore_total"] = ("fvcore", row => row.Macs),
        ["ptflops_pytorch"] = ("ptflops-pytorch", row => row.Macs),
        ["ptflops_aten"] = ("ptflops-aten", row => row.Macs),
        ["thop"] = ("thop", row => row.Macs),
        ["torchinfo"] = ("torchinfo", row => row.Macs),
        ["calflops_flops"] = ("calflops", row => row.Flops),
        ["calflops_macs"] = ("calflops", row => row.Macs),
        ["onnx_tool_macs"] = ("onnx-tool", row => row.Macs),
    };

    private readonly ITestOutputHelper _output;

    public OperatorTruthTests(ITestOutputHelper output) => _output = output;

    public static TheoryData<string> Names => [.. s_layers.Names.Concat(s_modules.Keys)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_operator_is_counted_as_printed(string name)
    {
        Network network = Build(name);
        foreach (string column in s_columns.Keys.Where(column => !s_excluded.ContainsKey((name, column))))
        {
            // Empty where the tool failed.
            string printed = s_truth[name, column];
            Assert.Equal((column, printed.Length == 0 ? "0" : printed), (column, Text(network, column)));
        }
    }

    [Fact]
    public void Every_row_is_made_of_layers_or_says_why_not()
    {
        IEnumerable<string> made = s_layers.Names.Concat(s_modules.Keys);
        IEnumerable<string> excluded = s_excluded.Keys.Where(key => key.Column == AllColumns).Select(key => key.Name);

        Assert.Equal(s_truth.Names.Order(), made.Concat(excluded).Order());
    }

    [Fact]
    public void Excluded_cells_differ_and_say_why()
    {
        foreach (((string name, string column), string reason) in s_excluded.Where(e => e.Key.Column != AllColumns))
        {
            Assert.NotEmpty(reason);
            Assert.NotEqual((name, column, s_truth[name, column]), (name, column, Text(Build(name), column)));
        }

        foreach (IGrouping<string, string> group in s_excluded.GroupBy(
            cell => cell.Value, cell => $"{cell.Key.Name} {cell.Key.Column}"))
        {
            _output.WriteLine($"{group.Count()}, {group.Key}: {string.Join(", ", group)}");
        }

        int rows = s_excluded.Keys.Count(key => key.Column == AllColumns);
        _output.WriteLine(
            $"{rows} of {s_truth.Names.Count} rows excluded, and {s_excluded.Count - rows} of "
            + $"{(s_truth.Names.Count - rows) * s_columns.Count} cells");
    }

    private static string Text(Network network, string column)
    {
        (string convention, Func<CostRow, object?> cell) = s_columns[column];
        return Convert.ToString(cell(Cost(network, convention)) ?? 0, CultureInfo.InvariantCulture)!;
    }

    private static Network Build(string name)
    {
        if (s_modules.TryGetValue(name, out Func<Network>? module))
        {
            return module();
        }

        TensorShape[] inputs = LayerText.Shapes(s_layers[name, "inputs"]);
        string[] layers = s_layers[name, "layers"].Split(" | ");
        return layers.Length == 1
            ? Of(LayerText.Layer(layers[0]), inputs)
            : Chain(inputs[0], [.. layers.Select(LayerText.Layer)]);
    }

    private static Network Squeeze()
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Shape(1, 16, 8, 8));
        Tensor squeezed = Add(builder, "pool", "adaptiveavgpool size=1", input);
        Tensor inner = Add(builder, "relu", "relu", Add(builder, "down", "conv out=4 kernel=1", squeezed));
        Tensor scale = Add(builder, "sigmoid", "sigmoid", Add(builder, "up", "conv out=16 kernel=1", inner));
        return builder.Build("net", [Add(builder, "scale", "multiply", input, scale)]);
    }

    private static Network Residual()
    {
        const string Conv = "conv out=8 kernel=3 padding=1 bias=false";
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Shape(1, 8, 16, 20));
        Tensor first = Add(builder, "bn1", "batchnorm", Add(builder, "conv1", Conv, input));
        Tensor second = Add(builder, "conv2", Conv, Add(builder, "relu1", "relu", first));
        Tensor sum = Add(builder, "add", "add", Add(builder, "bn2", "batchnorm", second), input);
        return builder.Build("net", [Add(builder, "relu2", "relu", sum)]);
    }

    private static Network Encoder()
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Shape(2, 10, 32));
        Tensor attended = Add(builder, "add1", "add", input, Add(builder, "attention", "attention heads=4", input));
        Tensor middle = Add(builder, "norm1", "layernorm", attended);
        Tensor inner = Add(builder, "relu", "relu", Add(builder, "linear1", "linear out=64", middle));
        Tensor outer = Add(builder, "add2", "add", middle, Add(builder, "linear2", "linear out=32", inner));
        return builder.Build("net", [Add(builder, "norm2", "layernorm", outer)]);
    }

    private static Tensor Add(NetworkBuilder builder, string name, string layer, params Tensor[] inputs) =>
        builder.Add(name, LayerText.Layer(layer), inputs).Outputs[0];
}
