using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Networks;
using Xunit.Abstractions;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>Single operations, as eleven tools count them: conventions_units.csv, to the digit.</summary>
public class ToolUnitTests
{
    private const string Function =
        "the row is the function torch.add or torch.mul; add and multiply here are the operators + and *";

    private static readonly GoldenTable s_table = GoldenTable.Read("conventions_units.csv");

    private static readonly Dictionary<string, string> s_columns = new()
    {
        ["fvcore"] = "fvcore",
        ["ptflops-pytorch"] = "ptflops-pytorch",
        ["ptflops-aten"] = "ptflops-aten",
        ["thop"] = "thop",
        ["torchinfo-1.8"] = "torchinfo-1.8.0",
        ["torchinfo"] = "torchinfo-HEAD",
        ["torchprofile"] = "torchprofile",
        ["flopth"] = "flopth",
        ["deepspeed"] = "deepspeed",
        ["calflops"] = "calflops",
        ["torch-profiler"] = "torchprof_flops",
    };

    private static readonly GoldenUnit[] s_units =
    [
        new("conv2d 3->16 k5 s1 p2 bias @28 (seed note)", "conv out=16 kernel=5 padding=2", "1x3x28x28"),
        new("conv2d 8->16 k3 s2 p1 nobias @28", "conv out=16 kernel=3 stride=2 padding=1 bias=false", "1x8x28x28"),
        new("conv2d 8->16 k3 p1 groups4 bias @28", "conv out=16 kernel=3 padding=1 groups=4", "1x8x28x28"),
        new(
            "conv2d dw 16->16 k3 p1 groups16 nobias @28",
            "conv out=16 kernel=3 padding=1 groups=depthwise bias=false",
            "1x16x28x28"),
        new(
            "conv2d 8->16 k3 p2 dil2 nobias @28 batch2",
            "conv out=16 kernel=3 padding=2 dilation=2 bias=false",
            "2x8x28x28"),
        new("conv1d 8->16 k3 p1 bias @100", "conv out=16 kernel=3 padding=1", "1x8x100"),
        new("conv3d 3->8 k3 p1 bias @8x16x16", "conv out=8 kernel=3 padding=1", "1x3x8x16x16"),
        new("convT2d 8->16 k4 s2 p1 bias @14->28", "convtranspose out=16 kernel=4 stride=2 padding=1", "1x8x14x14"),
        new(
            "convT2d 8->16 k4 s2 p1 groups4 nobias @14->28",
            "convtranspose out=16 kernel=4 stride=2 padding=1 groups=4 bias=false",
            "1x8x14x14"),
        new("linear 128->64 bias [1,128] (seed note)", "linear out=64", "1x128"),
        new("linear 128->64 nobias [1,128]", "linear out=64 bias=false", "1x128"),
        new("linear 128->64 bias [2,10,128]", "linear out=64", "2x10x128"),
        new("batchnorm2d 16 affine @28 eval", "batchnorm", "1x16x28x28"),
        new("batchnorm2d 16 noaffine @28 eval", "batchnorm affine=false", "1x16x28x28"),
        new("layernorm 128 [2,10,128]", "layernorm", "2x10x128"),
        new("groupnorm 4,16 @28", "groupnorm groups=4", "1x16x28x28"),
        new("instancenorm2d 16 affine @28", "instancenorm affine=true", "1x16x28x28"),
        new("relu 16@28", "relu", "1x16x28x28"),
        new("relu6 16@28", "relu6", "1x16x28x28"),
        new("gelu 16@28", "gelu", "1x16x28x28"),
        new("silu 16@28", "silu", "1x16x28x28"),
        new("sigmoid 16@28", "sigmoid", "1x16x28x28"),
        new("leakyrelu 16@28", "leakyrelu", "1x16x28x28"),
        new("prelu 16@28", "prelu", "1x16x28x28"),
        new("hardswish 16@28", "hardswish", "1x16x28x28"),
        new("softmax dim-1 [2,10,128]", "softmax", "2x10x128"),
        new("maxpool2d k2 s2 16@28", "maxpool kernel=2", "1x16x28x28"),
        new("avgpool2d k2 s2 16@28", "avgpool kernel=2", "1x16x28x28"),
        new("avgpool2d k3 s2 p1 16@28", "avgpool kernel=3 stride=2 padding=1", "1x16x28x28"),
        new("adaptiveavgpool2d 1 16@28", "adaptiveavgpool size=1", "1x16x28x28"),
        new("upsample nearest x2 16@14", "upsample scale=2", "1x16x14x14"),
        new("upsample bilinear x2 16@14", "upsample scale=2 mode=bilinear", "1x16x14x14"),
        new("embedding 1000x64 [2,10]", "embedding num=1000 dim=64", "2x10"),
        new("dropout [2,10,128]", "dropout", "2x10x128"),
        new("add [2,10,128]", "add", "2x10x128 + 2x10x128"),
        new("operator + [2,10,128]", "add", "2x10x128 + 2x10x128"),
        new("mul [2,10,128]", "multiply", "2x10x128 + 2x10x128"),
        new("matmul [2,4,10,16]x[2,4,16,20]", "matmul", "2x4x10x16 + 2x4x16x20"),
        new("bmm [8,10,16]x[8,16,20]", "matmul", "8x10x16 + 8x16x20"),
        new("einsum bhqd,bhkd->bhqk [2,4,10,16]", "einsum equation=bhqd;bhkd->bhqk", "2x4x10x16 + 2x4x12x16"),
        new("rnn 32->64 L1 bias [2,10,32] batch_first", "rnn hidden=64", "2x10x32"),
        new("lstm 32->64 L1 bias [2,10,32] batch_first", "lstm hidden=64", "2x10x32"),
        new("lstm 32->64 L2 bidir bias [2,10,32] batch_first", "lstm hidden=64 layers=2 bidirectional=true", "2x10x32"),
        new("gru 32->64 L1 bias [2,10,32] batch_first", "gru hidden=64", "2x10x32"),
        new("mha d64 h4 [2,10,64]", "attention heads=4", "2x10x64"),
    ];

    // Cells that do not follow from the layer, with the reason.
    private static readonly Dictionary<(string Tool, string Unit), string> s_excluded = new()
    {
        [("ptflops-pytorch", "add [2,10,128]")] = Function,
        [("deepspeed", "add [2,10,128]")] = Function,
        [("calflops", "add [2,10,128]")] = Function,
        [("ptflops-pytorch", "mul [2,10,128]")] = Function,
        [("deepspeed", "mul [2,10,128]")] = Function,
        [("calflops", "mul [2,10,128]")] = Function,
        [("calflops", "bmm [8,10,16]x[8,16,20]")] = "matmul here is torch.matmul, which the tool sees, not torch.bmm",
    };

    private readonly ITestOutputHelper _output;

    public ToolUnitTests(ITestOutputHelper output) => _output = output;

    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (string tool in s_columns.Keys)
            {
                foreach (GoldenUnit unit in s_units.Where(unit => IsKnown(unit) && !s_excluded.ContainsKey((tool, unit.Name))))
                {
                    cells.Add(tool, unit.Name);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_tool_counts(string tool, string unit)
    {
        string printed = s_table[unit, s_columns[tool]];
        CostRow row = Cost(tool, s_units.Single(candidate => candidate.Name == unit));

        if (printed.StartsWith("ERR", StringComparison.Ordinal))
        {
            Assert.NotNull(row.Uncounted);
            Assert.Equal(0, row.Macs ?? 0);
        }
        else
        {
            Assert.Equal(printed.Replace(".0", string.Empty), Text(tool, row));
        }
    }

    [Fact]
    public void Every_row_of_the_table_has_a_layer() => Assert.Equal(s_table.Names, s_units.Select(unit => unit.Name));

    [Fact]
    public void Excluded_cells_differ_and_say_why()
    {
        foreach (((string tool, string unit), string reason) in s_excluded)
        {
            _output.WriteLine($"{tool}: {unit}: {reason}");
            GoldenUnit layers = s_units.Single(candidate => candidate.Name == unit);
            CostRow row = IsKnown(layers) ? Cost(tool, layers) : Cost(tool, s_units[0]);
            Assert.NotEqual(s_table[unit, s_columns[tool]], Text(tool, row));
        }

        _output.WriteLine($"{s_excluded.Count} of {s_units.Length * s_columns.Count} cells excluded");
    }

    private static bool IsKnown(GoldenUnit unit) => LayerCatalog.Find(unit.Layers.Split(' ')[0]) is not null;

    private static CostRow Cost(string tool, GoldenUnit unit)
    {
        Layer layer = LayerText.Layer(unit.Layers);
        Network network = Nets.Of(layer, LayerText.Shapes(unit.Inputs));
        return Nets.Cost(network, tool);
    }

    private static string Text(string tool, CostRow row)
    {
        Convention convention = ConventionCatalog.Get(tool);
        return convention.DefinesMacs && convention.DefinesFlops
            ? string.Create(CultureInfo.InvariantCulture, $"{row.Flops ?? 0}/{row.Macs ?? 0}")
            : (row.Macs ?? row.Flops ?? 0).ToString(CultureInfo.InvariantCulture);
    }
}
