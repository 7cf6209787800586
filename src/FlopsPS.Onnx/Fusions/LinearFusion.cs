using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Operators;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Fusions;

/// <summary>MatMul with a stored matrix, and Add of a stored vector: a linear layer with a bias.</summary>
internal static class LinearFusion
{
    private static readonly Operator s_linear = new(
        _ => { }, call => Build.Kind("linear", ("out", call.Sizes(1)[1]), ("bias", true)), "x weight bias");

    public static Fused? Match(Call call, CallGraph graph)
    {
        if (call.Node is not { Operator: "MatMul", Domain: "" }
            || call.Find(0) is not { IsConstant: false, Sizes.Length: >= 2 } input
            || call.Find(1) is not { IsConstant: true, Sizes: { Length: 2 } weight } stored
            || graph.Reader(call, "Add") is not { } add
            || CallGraph.Other(add, call.Outputs[0]) is not { IsConstant: true, Sizes: { Length: >= 1 } bias } added)
        {
            return null;
        }

        return bias[bias.Length - 1] == weight[1] && Dims.Product(bias) == weight[1]
            ? new(call, s_linear, [input, stored, added], [call, add])
            : null;
    }
}
