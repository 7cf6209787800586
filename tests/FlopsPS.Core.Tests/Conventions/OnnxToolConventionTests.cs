using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Core.Tests.Layers;
using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Operations;

namespace FlopsPS.Core.Tests.Conventions;

/// <summary>
/// onnx-tool on layers that <see cref="OperatorTruthTests"/> has no row for: by the operators of the graphs that torch
/// exports of them.
/// </summary>
public class OnnxToolConventionTests
{
    [Theory]
    // Sigmoid 32, Mul 1; Softplus 76, Tanh 2 * 38, Mul 1; Sub 1; Mul 1, Softplus 76, Div 4
    [InlineData("silu", "2x10", 20 * (32 + 1))]
    [InlineData("mish", "2x10", 20 * (76 + 76 + 1))]
    [InlineData("sigmoid", "2x10", 20 * 32)]
    [InlineData("tanh", "2x10", 20 * 2 * (32 + 2 + 4))]
    [InlineData("tanhshrink", "2x10", 20 * (76 + 1))]
    [InlineData("softplus", "2x10", 20 * (32 + 1 + 43))]
    [InlineData("softplus beta=2", "2x10", 20 * (1 + 76 + 4))]
    // Greater, Sub, Less, Add, and the sum of both; Greater, Less, Or. Where costs nothing.
    [InlineData("softshrink", "2x10", 20 * 5)]
    [InlineData("hardshrink", "2x10", 20 * 3)]
    // LeakyRelu and PRelu: a comparison and a product
    [InlineData("leakyrelu", "2x10", 20 * 2)]
    [InlineData("rrelu", "2x10", 20 * 2)]
    [InlineData("threshold threshold=0 value=0", "2x10", 20)]
    [InlineData("softmax2d", "1x3x4x5", 60 * (32 + 4))]
    // ReduceMean, Sub, Pow 32, ReduceMean, Div 4 per element; Add, Sqrt 24 per row
    [InlineData("layernorm affine=false", "2x10", (20 * (1 + 1 + 32 + 1 + 4)) + (2 * 25))]
    [InlineData("layernorm bias=false", "2x10", (20 * (39 + 1)) + (2 * 25))]
    [InlineData("rmsnorm affine=false", "2x10", (20 * (32 + 1 + 1)) + (2 * (1 + 24 + 4)))]
    // One size of the kernel in 3-D, not 2 * 3 * 4
    [InlineData("maxpool kernel=2,3,4", "1x1x4x6x8", 8 * 2)]
    [InlineData("avgpool kernel=3", "1x2x9", 2 * 3 * 3)]
    [InlineData("globalmaxpool", "1x2x3x4x5", 2 * 3)]
    [InlineData("globalavgpool", "1x3x4x5", (3 * 20) + (4 * 3))]
    [InlineData("adaptiveavgpool size=1", "1x2x3x4", 24 + (4 * 2))]
    [InlineData("adaptiveavgpool size=2", "1x3x8", 3 * 2 * 4)]
    [InlineData("upsample scale=2 mode=trilinear", "1x2x3x3x3", 4 * 2 * 216)]
    // [2,1,6,10] x [3,10,8]: 3 matrices instead of 6
    [InlineData("matmul", "2x1x6x10 + 3x10x8", 3 * 6 * 8 * 10)]
    // a + b makes 4x1, + c 4x5
    [InlineData("add", "4x1 + 4x1 + 4x5", 4 + 20)]
    [InlineData("multiply", "2x3 + 2x3 + 2x3", 12)]
    // The size of the second operand replaces that of the first.
    [InlineData("einsum equation=ij;jk->ik", "2x3 + 1x4", 2 * 1 * 4)]
    // Keys are values: two parts of the packed projection, 1 + 4 + 2
    [InlineData(
        "attention heads=2", "1x3x4 + 1x5x4",
        (2 * 3 * 4 * 4) + (2 * 5 * 4 * 4) + (2 * 3 * 5 * 4) + (2 * (12 + 20)) + (36 * 2 * 15) + (4 * 12) + 7)]
    // A mask hides nothing.
    [InlineData(
        "attention heads=2 causal=true bias=false", "1x3x4",
        (4 * 3 * 4 * 4) + (2 * 9 * 4) + (36 * 2 * 9) + (4 * 12) + 8)]
    // Shared keys are no module of torch's: nothing is cut.
    [InlineData(
        "attention heads=2 kv_heads=1 bias=false", "1x3x4",
        (2 * 3 * 4 * 4) + (2 * 3 * 4 * 2) + (2 * 9 * 4) + (36 * 2 * 9) + (4 * 12))]
    // Scores of another module than torch's: Mul 1, or Div 4, and Add for a mask.
    [InlineData(
        "attention heads=2 bias=false scale=scores", "1x3x4",
        (4 * 3 * 4 * 4) + (2 * 9 * 4) + (36 * 2 * 9) + (2 * 9))]
    [InlineData(
        "attention heads=2 bias=false scale=quotients mask=true", "1x3x4",
        (4 * 3 * 4 * 4) + (2 * 9 * 4) + (36 * 2 * 9) + (4 * 2 * 9) + (2 * 9))]
    // Equal parts are cut by arithmetic on sizes: Add 1, Div 4, and a Mul for each part.
    [InlineData("split parts=3", "1x4x6", 1 + 4 + 3)]
    [InlineData("split sizes=1,5", "1x4x6", 0)]
    // A class token is expanded: Mul and Equal of the three sizes. A position embedding is added.
    [InlineData("parameter shape=1,4 join=concat axis=tokens", "2x6x4", 3 + 3)]
    [InlineData("parameter shape=6,4", "2x6x4", 2 * 6 * 4)]
    // 1 window of 4: 4 projections with biases, scale, 2 * 4 * 4 * 8 products, position bias, softmax
    [InlineData(
        "windowattention heads=2 window=2", "1x8x2x2",
        (4 * ((4 * 8 * 8) + 32)) + 32 + (2 * 4 * 4 * 8) + 32 + (36 * 32))]
    public void A_layer_is_counted_by_its_operators(string layer, string inputs, long instructions) =>
        Assert.Equal((instructions, null), Figures(layer, inputs));

    [Theory]
    [InlineData("selu", "2x10")]
    [InlineData("bilinear out=3", "2x4 + 2x5")]
    [InlineData("lstm hidden=4 proj=2", "1x3x5")]
    [InlineData("adaptiveavgpool size=3", "1x2x8")]
    [InlineData("adaptivemaxpool size=3", "1x2x8")]
    [InlineData("adaptiveavgpool size=2,3", "1x2x4x4")]
    [InlineData("threshold threshold=0 value=1", "2x10")]
    [InlineData("einsum equation=...i;ij->...j", "2x3x4 + 4x5")]
    public void A_layer_that_is_not_exported_or_has_no_rule_is_named(string layer, string inputs) =>
        LayerCase.IsUncounted(layer, inputs, "onnx-tool");

    [Fact]
    public void Arithmetic_that_is_known_before_data_come_costs_what_it_costs_on_data_and_is_free_elsewhere()
    {
        var builder = new NetworkBuilder();
        Layer layer = StatedKind.Layer(
            "folded",
            new FoldedArithmetic(ElementwiseFunction.Add, 5),
            new FoldedArithmetic(ElementwiseFunction.Divide, 3));
        builder.AddStated("folded", layer, [], [], []);
        Network network = builder.Build("sizes", []);

        foreach (Convention convention in ConventionCatalog.All)
        {
            CostRow row = CostCounter.Measure(network, new MeasureOptions(convention)).Single();

            Assert.Equal(convention.Name == "onnx-tool" ? 5 + (4 * 3) : 0, row.Macs ?? row.Flops);
            Assert.Null(row.Uncounted);
        }
    }

    private static (long? Macs, string? Uncounted) Figures(string layer, string inputs)
    {
        CostRow row = LayerCase.Cost(layer, inputs, "onnx-tool");
        return (row.Macs, row.Uncounted);
    }
}
