using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;
using static FlopsPS.Onnx.Tests.Writing.Write;

namespace FlopsPS.Onnx.Tests;

/// <summary>Operators of the standard whose costs are not those of a layer that all know: shapes, multiply-accumulates,
/// and the steps of arithmetic that their definitions in the standard take.</summary>
public sealed class StandardOperatorTests
{
    private static readonly Dictionary<string, Case> s_cases = Cases()
        .Select((item, i) => ($"{i} {item.Operator}", item))
        .ToDictionary();

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_operator_counts_the_steps_of_its_definition(string name)
    {
        Case item = s_cases[name];

        Network network = Models.Read(item.Model, name);

        Assert.Equal(item.Shapes, Models.Outputs(network));
        Assert.Equal(item.Macs, Models.Measure(network).Macs);
        Assert.Equal(item.Steps, Models.Measure(network, "full").Flops);
        Assert.Null(Models.Measure(network, "full").Uncounted);
    }

    private static IEnumerable<Case> Cases()
    {
        Message matrix = Value("x", 4, 6);
        Message map = Value("x", 1, 3, 4, 4);
        const long Bicubic = (2 * 16) - 1;

        // Each element that comes out is a weighted sum of 16, 64 and 8 neighbours.
        yield return new("GridSample", "x g", "2x3x4x5", 0, 2 * 3 * 20 * Bicubic, [Attribute("mode", "cubic")])
        {
            Values = [Value("x", 2, 3, 8, 8), Value("g", 2, 4, 5, 2)],
        };
        yield return new("GridSample", "x g", "1x2x2x3x2", 0, 24 * ((2 * 64) - 1), [Attribute("mode", "cubic")])
        {
            Values = [Value("x", 1, 2, 4, 4, 4), Value("g", 1, 2, 3, 2, 3)],
        };
        yield return new("GridSample", "x g", "1x2x2x3x2", 0, 24 * ((2 * 8) - 1), [Attribute("mode", "linear")])
        {
            Values = [Value("x", 1, 2, 4, 4, 4), Value("g", 1, 2, 3, 2, 3)],
        };

        // Shrunk to a half and a third, the two taps of each axis become four and six; no more than there are.
        yield return new("Resize", "x - - s", "1x2x4x3", 0, 2 * 12 * ((2 * 4 * 6) - 1), [
            Attribute("mode", "linear"), Attribute("antialias", 1)])
        {
            Values = [Value("x", 1, 2, 8, 9)],
            Stored = [Wholes("s", 1, 2, 4, 3)],
        };
        yield return new("Resize", "x - - s", "1x2x4x18", 0, 2 * 72 * ((2 * 8 * 4) - 1), [
            Attribute("mode", "cubic"), Attribute("antialias", 1)])
        {
            Values = [Value("x", 1, 2, 8, 9)],
            Stored = [Wholes("s", 1, 2, 4, 18)],
        };
        yield return new("Resize", "x - - s", "1x2x1x9", 0, 2 * 9 * ((2 * 3) - 1), [
            Attribute("mode", "cubic"), Attribute("antialias", 1)])
        {
            Values = [Value("x", 1, 2, 3, 9)],
            Stored = [Wholes("s", 1, 2, 1, 9)],
        };

        // Windows of 4 at 12 places: each element to its power, 3 sums, the root.
        Message[] window = [Attribute("kernel_shape", 2, 2), Attribute("strides", 2, 2)];
        yield return new("LpPool", "x", "1x3x2x2", 0, 48 + 36, [.. window, Attribute("p", 1)]) { Values = [map] };
        yield return new("LpPool", "x", "1x3x2x2", 0, 48 + 36 + 12, [.. window, Attribute("p", 2)]) { Values = [map] };
        yield return new("LpPool", "x", "1x3x2x2", 0, 96 + 36 + 12, [.. window, Attribute("p", 3)]) { Values = [map] };
        yield return new("GlobalLpPool", "x", "1x3x1x1", 0, 48 + 45 + 3) { Values = [map] };
        yield return new("LpNormalization", "x", "4x6", 0, 24 + 20 + 24, [Attribute("p", 1)]) { Values = [matrix] };
        yield return new("Hardmax", "x", "4x6", 0, 24) { Values = [matrix] };
        yield return new("Mean", "x x x", "4x6", 0, (2 * 24) + 24) { Values = [matrix] };
        yield return new("Clip", "x", "4x6", 0, 0) { Values = [matrix] };
        yield return new("CumProd", "x a", "4x6", 0, 24) { Values = [matrix], Stored = [Wholes("a", 1)] };
        yield return new("SwiGLU", "x x", "4x6", 0, 24 * (5 + 1)) { Values = [matrix], Opset = 28 };
        yield return new("DynamicQuantizeLinear", "x", "4x6", 0, 23 + 23 + 24) { Values = [matrix] };
        yield return new("ScatterElements", "x i u", "4x6", 0, 0) { Values = Updates(matrix) };
        foreach (string reduction in new[] { "add", "mul", "min", "max" })
        {
            yield return new("ScatterElements", "x i u", "4x6", 0, 10, [Attribute("reduction", reduction)])
            {
                Values = Updates(matrix),
            };
        }

        // 4 regions of 3 channels and 2x5 places, each of 9 samples of four neighbours.
        const long Places = 4 * 3 * 10;
        Message[] regions = [Value("x", 1, 3, 16, 16), Value("r", 4, 4), Typed("b", Int64, 4)];
        Message[] aligned =
            [Attribute("output_height", 2), Attribute("output_width", 5), Attribute("sampling_ratio", 3)];
        yield return new("RoiAlign", "x r b", "4x3x2x5", 0, Places * ((9 * 7) + 8 + 1), aligned) { Values = regions };
        yield return new("RoiAlign", "x r b", "4x3x2x5", 0, Places * ((9 * 7) + 8), [
            .. aligned, Attribute("mode", "max")])
        { Values = regions };

        // Two products and a sum for each of the 4 of 8 features that are turned.
        yield return new("RotaryEmbedding", "x c s", "2x3x5x8", 0, 3 * 2 * 3 * 5 * 4, [
            Attribute("rotary_embedding_dim", 4)])
        {
            Values = [Value("x", 2, 3, 5, 8), Value("c", 2, 5, 2), Value("s", 2, 5, 2)],
        };

        foreach (Case item in Losses().Concat(Attentions()))
        {
            yield return item;
        }
    }

    private static Message[] Updates(Message data) => [data, Typed("i", Int64, 2, 5), Value("u", 2, 5)];

    // 2 samples of 7 places and 5 classes: 14 losses, each negated, weighted, summed, divided.
    private static IEnumerable<Case> Losses()
    {
        Message[] values = [Value("x", 2, 5, 7), Typed("t", Int64, 2, 7)];
        const string Loss = "NegativeLogLikelihoodLoss";
        const long LogSoftmax = (5 * 70) - 14;
        yield return new(Loss, "x t", "scalar", 0, 14 + 13 + 1) { Values = values };
        yield return new(Loss, "x t", "scalar", 0, 14 + 13, [Attribute("reduction", "sum")]) { Values = values };
        yield return new(Loss, "x t", "2x7", 0, 14, [Attribute("reduction", "none")]) { Values = values };
        yield return new(Loss, "x t w", "scalar", 0, 14 + 14 + 13 + 13 + 1)
        {
            Values = [.. values, Value("w", 5)],
        };
        yield return new("SoftmaxCrossEntropyLoss", "x t", "scalar;2x5x7", 0, LogSoftmax + 14 + 13 + 1)
        {
            Values = values,
            Outputs = "y p",
        };
    }

    // 2 samples, 3 heads, 5 queries over 7 keys of 4, values of 6: scaled, multiplied, softmax, multiplied.
    private static IEnumerable<Case> Attentions()
    {
        const long Scores = 2 * 3 * 5 * 7;
        const long Products = Scores * (4 + 6);
        const long Steps = (30 * 4) + (Scores * 7) + (5 * Scores) - (2 * 30) + (180 * 13);
        Message[] values = [Value("x", 2, 3, 5, 4), Value("k", 2, 3, 7, 4), Value("v", 2, 3, 7, 6)];
        yield return new("Attention", "x k v", "2x3x5x6", Products, Steps) { Values = values };
        yield return new("Attention", "x k v", "2x3x5x6", Products, Steps + (3 * Scores), [Attribute("softcap", 30f)])
        {
            Values = values,
        };
        yield return new("Attention", "x k v m", "2x3x5x6", Products, Steps + Scores)
        {
            Values = [.. values, Value("m", 5, 7)],
        };
        yield return new("Attention", "x k v m", "2x3x5x6", Products, Steps)
        {
            Values = [.. values, Typed("m", Boolean, 5, 7)],
        };
        Message doubled = Graph([Node("Add", "s s", "t")], [Bare("s")], [Bare("t")]);
        yield return new(Flexible, "x k v", "2x3x5x6", Products, Steps) { Values = values };
        yield return new(Flexible, "x k v", "2x3x5x6", Products, Steps + (2 * Scores), [
            GraphAttribute("score_mod", doubled), GraphAttribute("prob_mod", doubled)])
        { Values = values };

        // 2 samples of 5 tokens, 4 heads of queries, 2 of keys of 4 and values of 6: 10 * 2 states of 24.
        const long Writes = 20 * 24;
        const long Read = 10 * 4 * 6;
        const long Reads = Read * ((2 * 4) - 1);
        const long Linear = Writes + Writes + Reads + Read;
        const long Delta = (20 * 6 * 7) + (2 * 20 * 6);
        const long Macs = Writes + (Read * 4);
        yield return State("x k v", "linear", Macs, Linear);
        yield return State("x k v - d", "gated", Macs, Linear + 80 + Writes, Value("d", 2, 5, 8));
        yield return State("x k v - - b", "delta", Macs + Writes, Linear + Delta, Value("b", 2, 5, 2));
        yield return State(
            "x k v - d b",
            "gated_delta",
            Macs + Writes,
            Linear + Delta + 20 + Writes,
            Value("d", 2, 5, 2),
            Value("b", 2, 5, 2));

        // 3 taps and a bias for each element, x * sigmoid(x) behind them.
        Message[] taps = [Value("x", 2, 4, 7), Value("w", 4, 1, 3), Value("b", 4)];
        yield return new("CausalConvWithState", "x w b", "2x4x7;2x4x2", 3 * 56, 6 * 56)
        {
            Values = taps,
            Outputs = "y s",
            Opset = 27,
        };
        yield return new("CausalConvWithState", "x w b", "2x4x7", 3 * 56, 11 * 56, [Attribute("activation", "silu")])
        {
            Values = taps,
            Opset = 27,
        };
    }

    private const string Flexible = "ai.onnx.preview/FlexAttention";
    private const int Boolean = 9;

    private static Case State(
        string inputs, string rule, long macs, long steps, params IEnumerable<Message> further) => new(
        "LinearAttention",
        inputs,
        "2x5x24;2x2x4x6",
        macs,
        steps,
        [Attribute("update_rule", rule), Attribute("q_num_heads", 4), Attribute("kv_num_heads", 2)])
        {
            Values = [Value("x", 2, 5, 16), Value("k", 2, 5, 8), Value("v", 2, 5, 12), .. further],
            Outputs = "y s",
            Opset = 27,
        };

    private sealed record Case(
        string Operator,
        string Inputs,
        string Shapes,
        long Macs,
        long Steps,
        params IReadOnlyList<Message> Attributes)
    {
        public required IReadOnlyList<Message> Values { get; init; }

        public IReadOnlyList<Message> Stored { get; init; } = [];

        public string Outputs { get; init; } = "y";

        public long Opset { get; init; } = 24;

        public byte[] Model => Write.Model(
            Graph(
                [Node(Operator, Inputs, Outputs, Attributes)],
                Values,
                Outputs.Split(' ').Select(output => Shapeless(output, Float)),
                Stored),
            Opset);
    }
}
