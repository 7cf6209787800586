using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Attention as one operator: ONNX's own since version 23, and those of ONNX Runtime.</summary>
internal sealed class AttentionOperators : IOperatorFamily
{
    /// <summary>The output of an attention that has its scores, [N, heads, queries, keys].</summary>
    public const int Scores = 3;

    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("Attention", new(InferAttention, LowerAttention, "x x x - x x") { AlwaysRuns = true }),
        ("ai.onnx.preview.FlexAttention", new(InferAttention, LowerAttention, "x x x") { AlwaysRuns = true }),
        ("com.microsoft.Attention", new(InferProjected, LowerProjected, "x weight bias - x -") { AlwaysRuns = true }),
        ("com.microsoft.QAttention", new(
            InferProjected, LowerProjected, "x #weight #bias ?scale ?scale - ?zero_point ?zero_point x")
        {
            AlwaysRuns = true,
        }),
        ("com.microsoft.MultiHeadAttention", new(
            call => InferCached(call, HeadsOfMany(call)),
            call => Attended(call, HeadsOfMany(call), bias: 5),
            "x x x bias - - x x") { AlwaysRuns = true }),
        ("com.microsoft.GroupQueryAttention", new(
            call => InferCached(call, HeadsOfGrouped(call)),
            LowerGrouped,
            "x x x x x - - ~cos_cache ~sin_cache - x weight ?scale ?scale weight weight") { AlwaysRuns = true }),
        ("com.microsoft.DecoderMaskedSelfAttention", new(
            InferProjected, LowerProjected, "x weight bias - x x -*") { AlwaysRuns = true }),
        ("com.microsoft.DecoderMaskedMultiHeadAttention", new(
            call => InferCached(call, HeadsOfDecoder(call)),
            call => Attended(call, HeadsOfDecoder(call), bias: 4),
            "x x x - x x x - - - bias") { AlwaysRuns = true }),
        ("RotaryEmbedding", new(Operator.Same, LowerRotary, "x ~cos_cache ~sin_cache -")),
        ("com.microsoft.RotaryEmbedding", new(Operator.Same, LowerRotary, "x - ~cos_cache ~sin_cache")),
        ("com.microsoft.MRotaryEmbedding", new(Operator.Same, LowerRotary, "x - ~cos_cache ~sin_cache")),
    ];

    // Of each head all elements are turned, or the first of them.
    private static Layer LowerRotary(Call call)
    {
        long elements = Build.OutputElements(call);
        long[] sizes = call.Sizes(0, least: 3);
        long size = sizes.Length == 4 ? sizes[3] : sizes[2] / Math.Max(call.Whole("num_heads", 1), 1);
        long turned = call.Whole("rotary_embedding_dim", 0);
        return StatedKind.Layer(
            "rotaryembedding", Rotations(turned > 0 && turned < size ? elements / size * turned : elements));
    }

    // Two products and the addition of the neighbour, for each element.
    private static IReadOnlyList<Operation> Rotations(long elements) =>
    [
        new Elementwise(ElementwiseFunction.Multiply, 2 * elements, operands: 2),
        new Elementwise(ElementwiseFunction.Add, elements, operands: 2),
    ];

    // Inputs Q, K, V, mask, past key, past value: [N, heads, tokens, size], or [N, tokens, heads*size].
    private static void InferAttention(Call call)
    {
        Heads heads = Heads.OfOnnx(call);
        call.Output(call.Sizes(0).Length == 4
            ? [heads.Batch, heads.Count, heads.Queries, heads.ValueSize]
            : [heads.Batch, heads.Queries, heads.Count * heads.ValueSize]);
        call.Output([heads.Batch, heads.KeyCount, heads.Keys, heads.Size]);
        call.Output([heads.Batch, heads.KeyCount, heads.Keys, heads.ValueSize]);
        call.Output([heads.Batch, heads.Count, heads.Queries, heads.Keys]);
    }

    private static Layer LowerAttention(Call call) => Attended(call, Heads.OfOnnx(call), bias: 3);

    // Scores may be held below a limit, cap * tanh(score / cap), and a number may be added to each; a mask of truth
    // values only chooses.
    private static Layer Attended(Call call, Heads heads, int bias, params IEnumerable<Operation> before)
    {
        long scores = heads.Batch * heads.Count * heads.Queries * heads.Keys;
        var changes = new List<Operation>();
        if (call.Real("softcap", 0) != 0)
        {
            changes.Add(new Elementwise(ElementwiseFunction.Divide, scores, name: "softcap"));
            changes.Add(new Elementwise(ElementwiseFunction.Tanh, scores));
            changes.Add(new Elementwise(ElementwiseFunction.Multiply, scores, name: "softcap"));
        }

        if (call.Find(bias) is { } mask && mask.Type.IsReal())
        {
            changes.Add(new Elementwise(ElementwiseFunction.Add, scores, operands: 2, "mask"));
        }

        return StatedKind.Layer("attention", [.. before, .. heads.Operations(changes)]);
    }

    // Inputs x [N, tokens, features], weight [features, q + k + v], bias.
    private static Heads HeadsOfProjected(Call call)
    {
        long[] input = call.Sizes(0, least: 3);
        long[] weight = call.Sizes(1, least: 2);
        long count = call.Whole("num_heads");
        long[] sizes = call.List("qkv_hidden_sizes") is { Length: 3 } given
            ? given
            : [weight[1] / 3, weight[1] / 3, weight[1] / 3];
        if (count < 1 || weight[0] != input[2] || sizes.Sum() != weight[1])
        {
            throw Call.Mismatch($"a weight of {Dims.Text(weight)} for {count} heads does not fit {Dims.Text(input)}");
        }

        // The cache, [2, N, heads, tokens, size], is in front of the tokens that come in.
        int cache = call.Node.Operator == "QAttention" ? 8 : 4;
        var heads = new Heads(input[0], count, count, input[1], input[1], sizes[0] / count, sizes[2] / count);
        return call.Find(cache)?.Sizes is { Length: 5 } past ? heads.With(call, past[3]) : heads;
    }

    private static void InferProjected(Call call)
    {
        Heads heads = HeadsOfProjected(call);
        call.Output([heads.Batch, heads.Queries, heads.Count * heads.ValueSize]);
        call.Output([2, heads.Batch, heads.Count, heads.Keys, heads.Size]);
    }

    private static Layer LowerProjected(Call call)
    {
        Heads heads = HeadsOfProjected(call);
        long[] weight = call.Sizes(1);
        var projected = new TensorShape([heads.Batch, heads.Queries, weight[1]]);
        return StatedKind.Layer(
            "attention",
            [
                Contraction.Of(ContractionForm.Linear, projected, weight[0], call.Has(2), "input projection"),
                .. heads.Operations(),
            ]);
    }

    // Query [N, tokens, features]; key and value may be packed into it, or come as [N, heads, tokens, size].
    private static Heads HeadsOf(Call call, long count, long keyCount)
    {
        long[] query = call.Sizes(0, least: 3);
        long keys = !call.Has(1) ? query[1]
            : call.Sizes(1, least: 3) is { Length: 4 } split ? split[2]
            : call.Sizes(1)[1];
        bool isPacked = !call.Has(1);
        if (count < 1 || keyCount < 1)
        {
            throw Call.Mismatch($"{count} heads over {keyCount} cannot be");
        }

        long features = query.Length == 5 ? query[2] * query[4] : query[2];
        long size = query.Length == 5 ? query[4] : isPacked ? features / (count + (2 * keyCount)) : features / count;
        long values = !call.Has(2) ? size
            : call.Sizes(2, least: 3) is { Length: 4 } cut ? cut[3]
            : call.Sizes(2)[2] / keyCount;
        return new(query[0], count, keyCount, query[1], keys, size, values);
    }

    // The cache of keys, [N, heads, tokens, size], is in front of the tokens that come in.
    private static Heads HeadsOf(Call call, string keyHeads, int cache)
    {
        Heads heads = HeadsOf(call, call.Whole("num_heads"), call.Whole(keyHeads));
        return call.Find(cache)?.Sizes is { Length: 4 } past ? heads.With(call, past[2]) : heads;
    }

    private static Heads HeadsOfMany(Call call) => HeadsOf(call, "num_heads", cache: 6);

    private static Heads HeadsOfGrouped(Call call) => HeadsOf(call, "kv_num_heads", cache: 3);

    private static Heads HeadsOfDecoder(Call call) => HeadsOf(call, "num_heads", cache: 5);

    // Of the keys only those that come in are normalised and turned; what is in the cache has been.
    private static Layer LowerGrouped(Call call)
    {
        Heads heads = HeadsOfGrouped(call);
        long rows = heads.Batch * heads.Queries * (heads.Count + heads.KeyCount);
        List<Operation> operations = [];
        if (call.Has(14))
        {
            operations.Add(new Normalization(
                NormalizationForm.RmsNorm,
                rows * heads.Size,
                rows,
                isAffine: true,
                usesStoredStatistics: false,
                isShifted: false));
        }

        if (call.Whole("do_rotary", 0) == 1)
        {
            operations.AddRange(Rotations(rows * heads.Size));
        }

        return Attended(call, heads, bias: 10, operations);
    }

    private static void InferCached(Call call, Heads heads)
    {
        call.Output([heads.Batch, heads.Queries, heads.Count * heads.ValueSize]);
        call.Output([heads.Batch, heads.KeyCount, heads.Keys, heads.Size]);
        call.Output([heads.Batch, heads.KeyCount, heads.Keys, heads.ValueSize]);
    }
}
