using System;
using System.Linq;
using CsCheck;
using FlopsPS.Layers;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>A small random attention: with one input of the queries to themselves, with two to a memory, with three to
/// keys and values. Zero stands for an argument that is left out.</summary>
internal sealed record AttentionCase(
    int Inputs,
    int[] Batch,
    int Queries,
    int Keys,
    int KeyFeatures,
    int ValueFeatures,
    int KvHeads,
    int HeadsPerKv,
    int Dim,
    int HeadDim,
    int Out,
    bool HasBias,
    int OutBias,
    bool IsCausal,
    int Window)
{
    public static readonly Gen<AttentionCase> Any =
        from inputs in Gen.Int[1, 3]
        from batch in Gen.Int[1, 2].Array[1, 2]
        from tokens in Gen.Int[1, 6].Array[2]
        from features in Gen.Int[1, 4].Array[2]
        from kvHeads in Gen.Int[1, 2]
        from headsPerKv in Gen.Int[1, 3]
        from dim in Gen.Int[1, 3].Array[2]
        from sizes in Gen.Int[0, 5].Array[2]
        from hasBias in Gen.Bool
        from outBias in Gen.Int[0, 2]
        from isCausal in Gen.Bool
        from window in Gen.Int[0, 7]
        select new AttentionCase(
            inputs, batch, tokens[0], tokens[1], features[0], features[1], kvHeads, headsPerKv, dim[0],
            sizes[0] % 2 * dim[1], sizes[1], hasBias, outBias, isCausal, window);

    public int Heads => KvHeads * HeadsPerKv;

    /// <summary>Features of a head: those that are given, or the queries' features by their heads.</summary>
    public int PerHead => HeadDim == 0 ? Dim : HeadDim;

    public bool HasOutBias => OutBias == 0 ? HasBias : OutBias == 1;

    public TensorShape[] Shapes() => Inputs switch
    {
        1 => [Shape(Queries, Heads * Dim)],
        2 => [Shape(Queries, Heads * Dim), Shape(Keys, KeyFeatures)],
        _ => [Shape(Queries, Heads * Dim), Shape(Keys, KeyFeatures), Shape(Keys, ValueFeatures)],
    };

    public TensorShape Shape(int tokens, int features) =>
        new([.. Batch, tokens, features], Batch.Length == 1 ? "NTF" : "N?TF");

    public Layer ToLayer()
    {
        (string Name, object Value, bool IsGiven)[] arguments =
        [
            ("heads", Heads, true),
            ("kv_heads", KvHeads, HeadsPerKv > 1),
            ("head_dim", HeadDim, HeadDim > 0),
            ("out", Out, Out > 0),
            ("bias", HasBias, true),
            ("out_bias", OutBias == 1, OutBias > 0),
            ("causal", IsCausal, IsCausal),
            ("window", Window, Window > 0),
            ("cross", Inputs > 1, IsCausal),
        ];
        return Nets.Layer("attention", [.. arguments.Where(a => a.IsGiven).Select(a => (a.Name, a.Value))]);
    }

    /// <summary>Whether a query sees a key.</summary>
    public bool Sees(int query, int key) =>
        !(IsCausal && key > query) && (Window == 0 || Math.Abs(query - key) < Window);
}
