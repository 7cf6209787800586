using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;

namespace FlopsPS.Onnx.Fusions;

/// <summary>
/// Recognises the layers that exporters take apart: a linear layer as product and sum, a normalisation or an activation
/// as its arithmetic. As one layer they have the name, the figures and the price that they have in a manifest.
/// </summary>
internal static class Fusion
{
    private static readonly Func<Call, CallGraph, Fused?>[] s_rules =
    [
        LinearFusion.Match,
        ActivationFusion.Match,
        GeluFusion.Match,
        NormalizationFusion.Match,
        GroupNormFusion.Match,
        PoolFusion.Match,
    ];

    /// <summary>The calls with those that are one layer joined.</summary>
    public static IReadOnlyList<Call> Of(IReadOnlyList<Call> calls, IEnumerable<Value> outputs)
    {
        Call[] computing = [.. calls.Where(call => !call.IsFolded)];
        var graph = new CallGraph(computing, outputs);
        var wholes = new Dictionary<Call, Call?>();
        foreach (Call call in computing.Where(call => call.Unknown is null))
        {
            Fused? fused = s_rules.Select(rule => rule(call, graph)).FirstOrDefault(found => found is not null);
            if (fused is not null && IsWhole(fused, graph) && !fused.Parts.Any(wholes.ContainsKey))
            {
                foreach (Call part in fused.Parts)
                {
                    wholes[part] = null;
                }

                wholes[fused.Parts[fused.Parts.Count - 1]] = fused.Whole;
            }
        }

        return
        [
            .. calls.Select(call => wholes.TryGetValue(call, out Call? whole) ? whole : call).OfType<Call>(),
        ];
    }

    // What lies between the parts is gone with them, so nobody else may read it.
    private static bool IsWhole(Fused fused, CallGraph graph) =>
        fused.Parts.Take(fused.Parts.Count - 1).All(part => graph.IsReadWithin(part, fused.Parts));
}
