using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators of ONNX Runtime on samples of several lengths that are packed without padding, and attention of
/// which data decide how much is looked at.</summary>
internal sealed class PackedOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("com.microsoft.RemovePadding", new(
            InferUnpadded,
            call => Build.Uncounted(call, "how many tokens are padding depends on data: none counts as such"),
            "x -")),
        ("com.microsoft.RestorePadding", new(InferRestored, _ => Build.Movement("pad"), "x -")),
        ("com.microsoft.PackedAttention", new(
            call => Infer(call, HeadsOf(call, 3)), LowerProjected, "x weight bias - - x") { AlwaysRuns = true }),
        ("com.microsoft.PackedMultiHeadAttention", new(
            call => Infer(call, HeadsOf(call, 4)),
            call => StatedKind.Layer("attention", Products(HeadsOf(call, 4))),
            "x x x bias - - x") { AlwaysRuns = true }),
        ("com.microsoft.LongformerAttention", new(
            Operator.Same,
            call => Build.Uncounted(call, "which tokens look at all depends on data"),
            "x weight bias x weight bias -") { AlwaysRuns = true }),
        ("com.microsoft.SparseAttention", new(
            InferSparse,
            call => Build.Uncounted(call, "how many blocks are looked at depends on data"),
            "x x x x x - - - - x x") { AlwaysRuns = true }),
    ];

    // [N, tokens, features] to [all tokens, features]; where they were, [N, tokens]; where samples begin; the longest.
    private static void InferUnpadded(Call call)
    {
        long[] input = call.Sizes(0, least: 3);
        call.Output([input[0] * input[1], input[2]]);
        call.Output([input[0], input[1]], ElementType.Int32);
        call.Output([input[0] + 1], ElementType.Int32);
        call.Output([1], ElementType.Int32);
    }

    private static void InferRestored(Call call)
    {
        long[] places = call.Sizes(1, least: 2);
        call.Output([places[0], places[1], call.Sizes(0, least: 2)[1]]);
    }

    // Tokens [tokens, features], or [tokens, heads, 3, size] of query, key and value; places [N, longest]. Each sample
    // counts as the longest.
    private static Heads HeadsOf(Call call, int offsets)
    {
        long[] query = call.Sizes(0, least: 2);
        long[] places = call.Sizes(offsets, least: 2);
        long count = call.Whole("num_heads");
        (long queries, long values) = offsets == 3 ? Projected(call)
            : query.Length == 4 ? (query[1] * query[3], query[1] * query[3])
            : (query[1], call.Has(2) ? call.Sizes(2, least: 2)[1] : query[1]);
        return count > 0
            ? new(places[0], count, count, places[1], places[1], queries / count, values / count)
            : throw Call.Mismatch($"{count} heads cannot be");
    }

    private static (long Queries, long Values) Projected(Call call)
    {
        long[] weight = call.Sizes(1, least: 2);
        return weight[0] != call.Sizes(0)[1]
            ? throw Call.Mismatch($"a weight of {Dims.Text(weight)} does not fit {Dims.Text(call.Sizes(0))}")
            : call.List("qkv_hidden_sizes") is { Length: 3 } sizes && sizes.Sum() == weight[1] ? (sizes[0], sizes[2])
            : (weight[1] / 3, weight[1] / 3);
    }

    private static void Infer(Call call, Heads heads) =>
        call.Output([call.Sizes(0)[0], heads.Count * heads.ValueSize]);

    // How many of the tokens a sample has, only data say.
    private static IReadOnlyList<Operation> Products(Heads heads) =>
        [new Movement("padding of all samples to the longest"), .. heads.Operations()];

    private static Layer LowerProjected(Call call)
    {
        long[] weight = call.Sizes(1);
        var projected = new TensorShape([call.Sizes(0)[0], weight[1]]);
        return StatedKind.Layer(
            "attention",
            [
                Contraction.Of(ContractionForm.Linear, projected, weight[0], call.Has(2), "input projection"),
                .. Products(HeadsOf(call, 3)),
            ]);
    }

    // Query, key and value, or all in one; the buffers of keys and values come out as they went in.
    private static void InferSparse(Call call)
    {
        long[] query = call.Sizes(0, least: 3);
        long[] keys = call.Sizes(3, least: 4);
        call.Output([query[0], query[1], call.Whole("num_heads") * keys[3]]);
        call.Output(keys);
        call.Output(call.Sizes(4, least: 4));
    }
}
