using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Operators;

namespace FlopsPS.Onnx.Fusions;

/// <summary>A border of zeros and an average pool behind it: a pool whose padding counts.</summary>
internal static class PoolFusion
{
    public static Fused? Match(Call call, CallGraph graph)
    {
        return call.Node is { Operator: "Pad", Domain: "" }
            && Border(call) is { } border
            && graph.Reader(call, "AveragePool") is { } pool
            && PoolOperators.Window(pool) is { IsPadded: false } window
            && (pool.Whole("ceil_mode", 0) == 0 || border.All(size => size == 0))
            ? new(
                pool,
                new(_ => { }, _ => PoolOperators.Padded(pool, window.Padded(border))),
                [call.Find(0)],
                [call, pool])
            : null;
    }

    // What is put before and behind the spatial axes; null where it is no zeros, or other axes grow as well.
    private static long[]? Border(Call pad)
    {
        bool isZero = pad.Text("mode", "constant") == "constant"
            && (pad.Has(2) ? CallGraph.IsNumber(pad.Find(2), 0) : pad.Real("value", 0) == 0);
        long[] sizes = pad.List(1, "pads") ?? [];
        int rank = pad.Sizes(0).Length;
        bool isSpatial = !pad.Has(3)
            && sizes.Length == 2 * rank
            && sizes.All(size => size >= 0)
            && sizes.Where((_, i) => i % rank < 2).All(size => size == 0);
        return isZero && isSpatial ? [.. sizes.Where((_, i) => i % rank >= 2)] : null;
    }
}
