using System.Collections.Generic;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Operators;

namespace FlopsPS.Onnx.Fusions;

/// <summary>x / 2 * (1 + erf(x / sqrt 2)), and its approximation by tanh, in whatever order they are multiplied.
/// </summary>
internal static class GeluFusion
{
    private static readonly Operator s_exact = new(_ => { }, _ => Build.Kind("gelu"));
    private static readonly Operator s_tanh = new(_ => { }, _ => Build.Kind("gelu", ("approximate", "tanh")));

    public static Fused? Match(Call call, CallGraph graph)
    {
        if (call.Node is not { Operator: "Erf" or "Tanh", Domain: "" })
        {
            return null;
        }

        bool isExact = call.Node.Operator == "Erf";
        var parts = new List<Call>();
        Value? input = isExact ? Divided(call, graph, parts) : Cubed(call, graph, parts);
        if (input is null || graph.Reader(call, "Add") is not { } one || CallGraph.Scaled(one) is null)
        {
            return null;
        }

        parts.Add(call);
        parts.Add(one);
        return Halved(one, input, graph, parts) ? new(call, isExact ? s_exact : s_tanh, [input], parts) : null;
    }

    // x / sqrt 2
    private static Value? Divided(Call call, CallGraph graph, List<Call> parts)
    {
        Call? divided = graph.Maker(call.Find(0), "Div", "Mul");
        if (CallGraph.Scaled(divided) is not { } input)
        {
            return null;
        }

        parts.Add(divided!);
        return input;
    }

    // sqrt(2 / pi) * (x + 0.044715 * x^3)
    private static Value? Cubed(Call call, CallGraph graph, List<Call> parts)
    {
        Call? scaled = graph.Maker(call.Find(0), "Mul");
        Call? sum = graph.Maker(CallGraph.Scaled(scaled), "Add");
        if (sum is not { Inputs.Count: 2 })
        {
            return null;
        }

        for (int i = 0; i < 2; i++)
        {
            Call? term = graph.Maker(sum.Inputs[i], "Mul");
            Call? cube = graph.Maker(CallGraph.Scaled(term), "Pow");
            if (cube is not null && ReferenceEquals(cube.Find(0), sum.Inputs[1 - i]))
            {
                parts.AddRange([cube, term!, sum, scaled!]);
                return cube.Find(0);
            }
        }

        return null;
    }

    // Times x and times a half: one after the other, or x is halved first.
    private static bool Halved(Call one, Value input, CallGraph graph, List<Call> parts)
    {
        if (graph.Reader(one, "Mul") is not { } first || CallGraph.Other(first, one.Outputs[0]) is not { } factor)
        {
            return false;
        }

        if (graph.Maker(factor, "Mul") is { } half && ReferenceEquals(CallGraph.Scaled(half), input))
        {
            parts.AddRange([half, first]);
            return true;
        }

        if (graph.Reader(first, "Mul") is not { } second || CallGraph.Other(second, first.Outputs[0]) is not { } last)
        {
            return false;
        }

        parts.AddRange([first, second]);
        return (ReferenceEquals(factor, input) && CallGraph.IsNumber(last))
            || (CallGraph.IsNumber(factor) && ReferenceEquals(last, input));
    }
}
