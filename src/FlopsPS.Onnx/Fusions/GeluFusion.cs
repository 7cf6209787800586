using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Operators;

namespace FlopsPS.Onnx.Fusions;

/// <summary>x / 2 * (1 + erf(x / sqrt 2)), and its approximation by tanh, in whatever order they are multiplied.
/// </summary>
internal static class GeluFusion
{
    private static readonly Operator s_exact = new(_ => { }, _ => Build.Kind("gelu"));
    private static readonly Operator s_tanh = new(_ => { }, _ => Build.Kind("gelu", ("approximate", "tanh")));
    private static readonly double[] s_half = [0, 0.5, 0, 0];
    private static readonly double[] s_erf = [0, Math.Sqrt(0.5), 0, 0];
    private static readonly double[] s_cubic = [0, Math.Sqrt(2 / Math.PI), 0, Math.Sqrt(2 / Math.PI) * 0.044715];

    public static Fused? Match(Call call, CallGraph graph)
    {
        if (call.Node is not { Operator: "Erf" or "Tanh", Domain: "" } || graph.Reader(call, "Add") is not { } sum
            || CallGraph.Other(sum, call.Outputs[0]) is not { } one || !CallGraph.IsNumber(one, 1))
        {
            return null;
        }

        bool isExact = call.Node.Operator == "Erf";
        foreach (Value x in Candidates(sum, graph))
        {
            List<Call> parts = [call, sum];
            if (Polynomial.Are(Polynomial.Of(call.Find(0), x, graph, parts), isExact ? s_erf : s_cubic)
                && Polynomial.Multiplies(sum, x, s_half, graph, parts))
            {
                return new(call, isExact ? s_exact : s_tanh, [x], parts);
            }
        }

        return null;
    }

    // What the sum is multiplied by, at once or a step later, or what is halved before that.
    private static IEnumerable<Value> Candidates(Call sum, CallGraph graph)
    {
        Call made = sum;
        while (graph.Reader(made, "Mul") is { } next)
        {
            if (CallGraph.Other(next, made.Outputs[0]) is { IsConstant: false } factor)
            {
                IEnumerable<Value> halved = [.. graph.Maker(factor, "Mul", "Div")?.Inputs.OfType<Value>() ?? []];
                return [factor, .. halved.Where(value => !value.IsConstant)];
            }

            made = next;
        }

        return [];
    }
}
