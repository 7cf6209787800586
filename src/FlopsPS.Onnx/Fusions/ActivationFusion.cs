using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Operators;

namespace FlopsPS.Onnx.Fusions;

/// <summary>x times a sigmoid of x, or times a hard one: SiLU and hard swish.</summary>
internal static class ActivationFusion
{
    private static readonly Operator s_silu = Kind("silu");
    private static readonly Operator s_hardSwish = Kind("hardswish");

    public static Fused? Match(Call call, CallGraph graph)
    {
        return call.Node is { Operator: "Sigmoid" or "HardSigmoid", Domain: "" }
            && graph.Reader(call, "Mul") is { } product
            && ReferenceEquals(CallGraph.Other(product, call.Outputs[0]), call.Find(0))
            ? new(call, call.Node.Operator == "Sigmoid" ? s_silu : s_hardSwish, [call.Find(0)], [call, product])
            : null;
    }

    private static Operator Kind(string kind) => new(_ => { }, _ => Build.Kind(kind));
}
