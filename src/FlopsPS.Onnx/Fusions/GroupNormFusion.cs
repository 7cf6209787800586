using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Operators;

namespace FlopsPS.Onnx.Fusions;

/// <summary>An instance normalisation of groups, which are made channels for it, and weights behind it: group
/// normalisation as exporters write it.</summary>
internal static class GroupNormFusion
{
    public static Fused? Match(Call call, CallGraph graph)
    {
        if (call.Node is not { Operator: "InstanceNormalization", Domain: "" }
            || graph.Maker(call.Find(0), "Reshape") is not { } split
            || graph.Reader(call, "Reshape") is not { } joined
            || split.Sizes(0) is not { Length: >= 3 } input
            || split.Outputs[0].Sizes is not { Length: 3 } groups
            || groups[0] != input[0] || groups[1] < 1 || input[1] % groups[1] != 0
            || !joined.Outputs[0].Sizes!.SequenceEqual(input)
            || NormalizationOperators.Scales(call, 1) || NormalizationOperators.Shifts(call, 2))
        {
            return null;
        }

        AffineTail tail = AffineTail.Behind(joined, input[1], graph);
        return new(
            call,
            new Operator(_ => { }, whole => NormalizationOperators.LowerGroup(whole, groups[1]), "x weight bias"),
            tail.InputsWith(split.Find(0)!),
            [split, call, joined, .. tail.Parts]);
    }
}
