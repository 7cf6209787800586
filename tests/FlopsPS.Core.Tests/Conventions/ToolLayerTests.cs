using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Counting;
using FlopsPS.Networks;
using Xunit.Abstractions;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>Every kind of layer with many arguments and shapes, as twelve tools count it: conventions_layers.csv, to
/// the digit. Cells that are not met are in conventions_layers_excluded.csv, with the reason.</summary>
public class ToolLayerTests
{
    private static readonly string[] s_tools =
    [
        "fvcore", "ptflops-pytorch", "ptflops-aten", "thop", "torchinfo-1.8", "torchinfo", "torchprofile", "flopth",
        "deepspeed", "calflops", "torch", "torch-profiler",
    ];

    // Operators that move or index what is there: tools name some of them, here they are free for all.
    private static readonly string[] s_movements =
    [
        "aten::channel_shuffle", "aten::pixel_shuffle", "aten::pixel_unshuffle", "aten::embedding", "aten::pad",
        "aten::remainder", "aten::fill_", "aten::masked_fill", "aten::new_zeros", "aten::roll",
    ];

    private static readonly Dictionary<(string Layer, string Inputs), IReadOnlyDictionary<string, string>> s_rows =
        GoldenTable.ReadRows("conventions_layers.csv").ToDictionary(row => (row["layer"], row["inputs"]));

    private static readonly Dictionary<(string Layer, string Column), string> s_excluded =
        GoldenTable.ReadRows("conventions_layers_excluded.csv")
            .ToDictionary(row => (row["layer"], row["column"]), row => row["reason"]);

    private readonly ITestOutputHelper _output;

    public ToolLayerTests(ITestOutputHelper output) => _output = output;

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach ((string layer, string inputs) in s_rows.Keys)
            {
                rows.Add(layer, inputs);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Tools_count_as_they_print(string layer, string inputs)
    {
        IReadOnlyDictionary<string, string> printed = s_rows[(layer, inputs)];
        Network network = Nets.Of(LayerText.Layer(layer), LayerText.Shapes(inputs));

        Assert.Equal(printed["output"], string.Join("x", network.Outputs[0].Shape.Sizes));
        Assert.Equal(printed["parameters"], Text(Nets.Cost(network).Parameters));
        foreach (string tool in s_tools.Where(tool => !s_excluded.ContainsKey((layer, tool))))
        {
            Assert.Equal((tool, Expected(tool, printed[tool])), (tool, Figures(tool, Nets.Cost(network, tool))));
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Thop_sees_the_parameters_of_modules_with_a_rule(string layer, string inputs)
    {
        string printed = s_rows[(layer, inputs)]["thop_parameters"];

        // Empty where the tool failed.
        Assert.Equal(printed.Length == 0 ? "0" : printed, Text(LayerCase.Cost(layer, inputs, "thop").Parameters));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_a_tool_fails_on_or_names_as_unsupported_is_uncounted(string layer, string inputs)
    {
        IReadOnlyDictionary<string, string> printed = s_rows[(layer, inputs)];
        foreach (string tool in s_tools)
        {
            if (IsFailure(printed[tool]))
            {
                Assert.NotNull(LayerCase.Cost(layer, inputs, tool).Uncounted);
            }
        }

        foreach (string tool in new[] { "fvcore", "torchprofile" }.Where(t => !s_excluded.ContainsKey((layer, t))))
        {
            bool isNamed = printed[tool + "_unsupported"].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Except(s_movements)
                .Any();
            bool isSilent = tool == "torchprofile" && layer.Contains("...");
            bool isUncounted = LayerCase.Cost(layer, inputs, tool).Uncounted is not null;
            Assert.Equal((tool, isNamed || isSilent), (tool, isUncounted));
        }
    }

    [Fact]
    public void Excluded_cells_differ_and_say_why()
    {
        foreach (((string layer, string column), string reason) in s_excluded)
        {
            Assert.NotEmpty(reason);
            Assert.Contains(s_rows.Values.Where(row => row["layer"] == layer), row => row[column]
                != Figures(column, LayerCase.Cost(layer, row["inputs"], column)));
        }

        foreach (IGrouping<string, string> group in s_excluded.GroupBy(
            cell => cell.Value, cell => $"{cell.Key.Column}: {cell.Key.Layer}"))
        {
            _output.WriteLine($"{group.Key}: {string.Join("; ", group)}");
        }

        int cells = s_rows.Values.Sum(row => s_tools.Count(tool => s_excluded.ContainsKey((row["layer"], tool))));
        _output.WriteLine($"{cells} of {s_rows.Count * s_tools.Length} cells excluded");
    }

    private static bool IsFailure(string printed) => printed.StartsWith("ERR", StringComparison.Ordinal);

    private static string Expected(string tool, string printed) =>
        !IsFailure(printed) ? printed : HasBoth(tool) ? "0/0" : "0";

    private static bool HasBoth(string tool) =>
        ConventionCatalog.Get(tool) is { DefinesMacs: true, DefinesFlops: true };

    private static string Figures(string tool, CostRow row) =>
        HasBoth(tool) ? $"{Text(row.Flops ?? 0)}/{Text(row.Macs ?? 0)}" : Text(row.Macs ?? row.Flops ?? 0);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
