using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;
using static FlopsPS.Onnx.Tests.Writing.Write;

namespace FlopsPS.Onnx.Tests;

/// <summary>Operators that together are a layer of the catalogue become that layer, in whatever way they are written.
/// </summary>
public sealed class FusionTests
{
    private static readonly Message[] s_numbers =
    [
        Number("half", 0.5f), Number("one", 1), Number("two", 2), Number("three", 3), Number("six", 6),
        Number("zero", 0), Number("root", 1.4142135f), Number("inverse", 0.70710678f), Number("k", 0.044715f),
        Number("beta", 0.7978845608f), Number("sixth", 1 / 6f),
    ];

    [Theory]
    [InlineData("Div x root a; Erf a b; Add b one c; Mul x c d; Mul d half y", "gelu")]
    [InlineData("Mul x inverse a; Erf a b; Add one b c; Mul half x d; Mul d c y", "gelu")]
    [InlineData("Div x root a; Erf a b; Add b one c; Mul c half d; Mul x d y", "gelu")]
    [InlineData("Div x root a; Erf a b; Add b one c; Mul c x d; Div d two y", "gelu")]
    [InlineData(
        "Pow x three a; Mul a k b; Add x b c; Mul c beta d; Tanh d e; Add e one f; Mul x half g; Mul g f y", "gelu")]
    [InlineData(
        "Mul x k a; Mul a x b; Mul b x c; Add c x d; Mul beta d e; Tanh e f; Add one f g; Mul g x h; Mul h half y",
        "gelu")]
    [InlineData(
        "Mul x x a; Mul k a b; Add b one c; Mul beta x d; Mul d c e; Tanh e f; Add f one g; Mul half g h; Mul x h y",
        "gelu")]
    [InlineData("Sigmoid x a; Mul x a y", "silu")]
    [InlineData("HardSigmoid x a; Mul a x y", "hardswish")]
    [InlineData("Add x three a; Clip a zero six b; Mul x b c; Div c six y", "hardswish")]
    [InlineData("Add three x a; Clip a zero six b; Mul b sixth c; Mul c x y", "hardswish")]
    [InlineData("Add x three a; Clip a zero six b; Div b six y", "hardsigmoid")]
    [InlineData("Softplus x a; Tanh a b; Mul x b y", "mish")]
    [InlineData("Sigmoid x a; Log a y", "logsigmoid")]
    [InlineData("Neg x a; Softmax a y", "softmin")]
    [InlineData("Sigmoid x a; Mul a two y", "sigmoid multiply")] // no SiLU
    [InlineData("Erf x a; Add a one b; Mul x b c; Mul c half y", "erf add multiply multiply")] // not over the root of 2
    [InlineData("Add x three a; Clip a zero six b; Div b three y", "add relu6 divide")] // three is no six
    public void Activations_that_are_taken_apart_are_put_together(string nodes, string kinds) =>
        Assert.Equal(kinds, Kinds(nodes, Value("x", 2, 3)));

    [Fact]
    public void What_others_read_too_is_not_fused() =>
        Assert.Equal("sigmoid multiply add", Kinds("Sigmoid x a; Mul x a b; Add a b y", Value("x", 2, 3)));

    [Fact]
    public void A_split_whose_second_half_gates_the_first_is_a_gated_linear_unit() =>
        Assert.Equal("glu", Kinds("Split x a,b; Sigmoid b c; Mul a c y", Value("x", 4, 3)));

    [Theory]
    [InlineData("w v", "groupnorm")]
    [InlineData("one zero", "groupnorm")]
    public void A_normalisation_of_groups_made_channels_is_group_normalisation(string weights, string kinds)
    {
        string[] names = weights.Split(' ');
        Assert.Equal(kinds, Kinds(
            $"Reshape x groups a; InstanceNormalization a ones zeros b; Reshape b shape c; Mul c {names[0]} d; "
            + $"Add d {names[1]} y",
            Value("x", 2, 6, 4, 4),
            Wholes("groups", 2, 3, -1),
            Wholes("shape", 2, 6, 4, 4),
            Reals("ones", 1, 1, 1),
            Reals("zeros", 0, 0, 0),
            Weight("w", 6, 1, 1),
            Weight("v", 6, 1, 1)));
    }

    [Theory]
    [InlineData(new long[] { 0, 0, 1, 1, 0, 0, 1, 1 }, "avgpool")]
    [InlineData(new long[] { 0, 1, 1, 1, 0, 0, 1, 1 }, "pad avgpool")] // a channel more
    public void A_border_of_zeros_and_an_average_pool_are_a_pool_with_padding(long[] border, string kinds)
    {
        byte[] model = Model(Graph(
            [
                Node("Pad", "x border", "a"),
                Node("AveragePool", "a", "y", Attribute("kernel_shape", 3, 3), Attribute("strides", 2, 2)),
            ],
            [Value("x", 1, 2, 9, 9)],
            [Shapeless("y", Float)],
            Wholes("border", border)));

        Assert.Equal(kinds, Kinds(Models.Read(model, "pool")));
    }

    [Fact]
    public void A_pool_of_single_elements_is_an_adaptive_one_that_changes_nothing() => Assert.Equal(
        "adaptiveavgpool",
        Kinds(Models.Read(
            Model(Graph(
                [Node("AveragePool", "x", "y", Attribute("kernel_shape", 1, 1))],
                [Value("x", 1, 2, 6, 6)],
                [Shapeless("y", Float)])),
            "pool")));

    // Operator, inputs, outputs with commas; a semicolon between nodes.
    private static string Kinds(string nodes, Message input, params IEnumerable<Message> stored)
    {
        IEnumerable<Message> written = nodes.Split("; ").Select(node => node.Split(' ')).Select(words => Node(
            words[0], string.Join(' ', words[1..^1]), words[^1].Replace(',', ' ')));
        return Kinds(Models.Read(
            Model(Graph(written, [input], [Shapeless("y", Float)], [.. s_numbers, .. stored])), nodes));
    }

    private static string Kinds(Network network) => string.Join(' ', network.Nodes.Select(node => node.Layer.Kind));

    private static Message Number(string name, float value) =>
        Weight(name).Raw(9, System.BitConverter.GetBytes(value));
}
