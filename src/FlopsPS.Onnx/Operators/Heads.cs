using System.Collections.Generic;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>The sizes of an attention whose projections are nodes of their own.</summary>
internal sealed class Heads
{
    public Heads(long batch, long count, long keyCount, long queries, long keys, long size, long valueSize)
    {
        Batch = batch;
        Count = count;
        KeyCount = keyCount;
        Queries = queries;
        Keys = keys;
        Size = size;
        ValueSize = valueSize;
    }

    public long Batch { get; }

    /// <summary>The heads of queries.</summary>
    public long Count { get; }

    /// <summary>The heads of keys and values; fewer than those of queries share them.</summary>
    public long KeyCount { get; }

    /// <summary>The tokens that ask.</summary>
    public long Queries { get; }

    /// <summary>The tokens that are looked at.</summary>
    public long Keys { get; }

    public long Size { get; }

    public long ValueSize { get; }

    /// <summary>The operations, named as in the engine's own attention: queries scaled, scores, what a node does to
    /// these, softmax, the weighted sum of the values. No mask is taken off: the operator computes what it then hides.
    /// </summary>
    public IReadOnlyList<Operation> Operations(params IEnumerable<Operation> changes) =>
    [
        new Elementwise(ElementwiseFunction.Multiply, Batch * Count * Queries * Size, name: "attention scale"),
        Contraction.Of(
            ContractionForm.MatMul,
            new TensorShape([Batch, Count, Queries, Keys]),
            Size,
            hasBias: false,
            "attention scores"),
        .. changes,
        new Softmax(Batch * Count * Queries, Keys),
        Contraction.Of(
            ContractionForm.MatMul,
            new TensorShape([Batch, Count, Queries, ValueSize]),
            Keys,
            hasBias: false,
            "attention values"),
    ];

    /// <summary>The sizes of ONNX's own operator.</summary>
    public static Heads OfOnnx(Call call)
    {
        long[] query = call.Sizes(0, least: 3);
        long[] key = call.Sizes(1, least: 3);
        long[] value = call.Sizes(2, least: 3);
        long past = call.Find(4)?.Sizes is { Length: 4 } before ? before[2] : 0;
        if (query.Length == 4 && key.Length == 4 && value.Length == 4)
        {
            return new(query[0], query[1], key[1], query[2], key[2] + past, query[3], value[3]);
        }

        Heads heads = OfTokens(call);
        return new(
            heads.Batch, heads.Count, heads.KeyCount, heads.Queries, heads.Keys + past, heads.Size, heads.ValueSize);
    }

    /// <summary>The sizes of queries, keys and values whose heads lie one behind the other: [N, tokens, heads * size].
    /// </summary>
    public static Heads OfTokens(Call call)
    {
        long[] query = call.Sizes(0, least: 3);
        long[] key = call.Sizes(1, least: 3);
        long[] value = call.Sizes(2, least: 3);
        long count = call.Whole("q_num_heads");
        long keyCount = call.Whole("kv_num_heads");
        return count > 0 && keyCount > 0 && query.Length == 3 && key.Length == 3 && value.Length == 3
            ? new(query[0], count, keyCount, query[1], key[1], query[2] / count, value[2] / keyCount)
            : throw Call.Mismatch($"{Dims.Text(query)}, {Dims.Text(key)} and {Dims.Text(value)} make no attention");
    }

    /// <summary>The same with a cache of so many tokens, which are in front of those that come in; a buffer that is
    /// shared has room for both, and all of it is looked at.</summary>
    public Heads With(Call call, long cache)
    {
        long keys = call.Whole("past_present_share_buffer", 0) == 1 ? cache : Keys + cache;
        return new(Batch, Count, KeyCount, Queries, keys, Size, ValueSize);
    }
}
