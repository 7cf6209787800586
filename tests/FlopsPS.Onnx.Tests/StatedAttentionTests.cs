using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;
using static FlopsPS.Onnx.Tests.Writing.Write;

namespace FlopsPS.Onnx.Tests;

/// <summary>Attention as an operator is the functions of it, without the module that tools hook: what each convention
/// makes of it.</summary>
public sealed class StatedAttentionTests
{
    // 2 samples, 3 heads, 5 queries over 7 keys of 4, values of 6, and a mask.
    private const long Scores = 2 * 3 * 5 * 7;
    private const long Macs = Scores * (4 + 6);
    private const long Scaled = 2 * 3 * 5 * 4;

    public static TheoryData<string> Conventions => [.. ConventionCatalog.All.Select(convention => convention.Name)];

    [Theory]
    [InlineData("ptflops-pytorch", Macs + Scores)]
    [InlineData("torchprofile", Macs + Scaled)]
    [InlineData("onnx-tool", Macs + (36 * Scores) + (4 * Scaled))]
    [InlineData("deepspeed", Macs)]
    [InlineData("fvcore", Macs)]
    public void A_convention_sees_its_products(string convention, long macs) =>
        Assert.Equal(macs, Measure("x k v m", convention).Macs);

    [Theory]
    [InlineData("keras", Scaled + (5 * Scores))]
    [InlineData("full", Scaled + (7 * Scores) + Scores + (5 * Scores) - (2 * 30) + (13 * 180))]
    [InlineData("ultralytics", 0)]
    public void A_convention_sees_its_steps(string convention, long flops) =>
        Assert.Equal(flops, Measure("x k v m", convention).Flops);

    [Theory]
    [MemberData(nameof(Conventions))]
    public void Every_convention_takes_any_number_of_inputs(string convention)
    {
        foreach (string inputs in new[] { "x k v", "x k v m", "x k v m p q", "x k v - - - n" })
        {
            CostRow row = Measure(inputs, convention);

            Assert.True(row.Macs is null or >= 0 && row.Flops is null or >= 0);
        }
    }

    private static CostRow Measure(string inputs, string convention)
    {
        Message[] values =
        [
            Value("x", 2, 3, 5, 4), Value("k", 2, 3, 7, 4), Value("v", 2, 3, 7, 6), Value("m", 5, 1),
            Value("p", 2, 3, 9, 4), Value("q", 2, 3, 9, 6), Typed("n", Int64, 2),
        ];
        Network network = Models.Read(
            Model(Graph([Node("Attention", inputs, "y")], values, [Shapeless("y", Float)]), opset: 24), "attention");
        return Models.Measure(network, convention);
    }
}
