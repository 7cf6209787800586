using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Operators;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;

namespace FlopsPS.Onnx.Fusions;

/// <summary>Activations that are several operators: SiLU is x times a sigmoid of x.</summary>
internal static class ActivationFusion
{
    private static readonly double[] s_once = [0, 1, 0, 0];
    private static readonly double[] s_sixth = [1 / 6.0, 0, 0, 0];
    private static readonly double[] s_sixthOfX = [0, 1 / 6.0, 0, 0];

    public static Fused? Match(Call call, CallGraph graph)
    {
        return call.Node.Domain.Length > 0 || call.Find(0) is not { } x ? null : call.Node.Operator switch
        {
            "Sigmoid" => Times(x, s_once, "silu", graph, call) ?? Gated(call, graph) ?? Logarithm(call, graph),
            "HardSigmoid" => Times(x, s_once, "hardswish", graph, call),
            "Softplus" => graph.Reader(call, "Tanh") is { } tanh ? Times(x, s_once, "mish", graph, call, tanh) : null,
            "Clip" => Limited(call, graph),
            "Neg" => Negated(call, graph),
            _ => null,
        };
    }

    private static Operator Kind(string kind, params (string Name, object Value)[] arguments) =>
        new(_ => { }, _ => Build.Kind(kind, arguments));

    // What the last of these calls makes, times x or a number.
    private static Fused? Times(Value x, double[] times, string kind, CallGraph graph, params Call[] inner)
    {
        List<Call> parts = [.. inner];
        return Polynomial.Multiplies(inner.Last(), x, times, graph, parts)
            ? new(inner.Last(), Kind(kind), [x], parts)
            : null;
    }

    // The first half of the channels times a sigmoid of the second.
    private static Fused? Gated(Call sigmoid, CallGraph graph)
    {
        return graph.Maker(sigmoid.Find(0), "Split") is { Outputs.Count: 2 } split
            && graph.Reader(sigmoid, "Mul") is { } product
            && ReferenceEquals(CallGraph.Other(product, sigmoid.Outputs[0]), split.Outputs[0])
            && ReferenceEquals(sigmoid.Find(0), split.Outputs[1])
            ? new(
                product,
                Kind("glu", ("axis", (long)Dims.Axis(split.Whole("axis", 0), split.Sizes(0).Length))),
                [split.Find(0)],
                [split, sigmoid, product])
            : null;
    }

    private static Fused? Logarithm(Call sigmoid, CallGraph graph) => graph.Reader(sigmoid, "Log") is { } logarithm
        ? new(sigmoid, Kind("logsigmoid"), [sigmoid.Find(0)], [sigmoid, logarithm])
        : null;

    // relu6(x + 3) / 6, and that times x.
    private static Fused? Limited(Call clip, CallGraph graph)
    {
        List<Call> sum = [];
        return ActivationOperators.IsRelu6(clip)
            && CallGraph.Scaled(graph.Maker(clip.Find(0), "Add")) is { } x
            && Polynomial.Are(Polynomial.Of(clip.Find(0), x, graph, sum), 3, 1, 0, 0)
            ? Times(x, s_sixthOfX, "hardswish", graph, [.. sum, clip])
                ?? Times(x, s_sixth, "hardsigmoid", graph, [.. sum, clip])
            : null;
    }

    private static Fused? Negated(Call negative, CallGraph graph) => graph.Reader(negative, "Softmax") is { } softmax
        ? new(
            softmax,
            new(_ => { }, call => ActivationOperators.LowerSoftmax(call, SoftmaxForm.Softmin)),
            [negative.Find(0)],
            [negative, softmax])
        : null;
}
