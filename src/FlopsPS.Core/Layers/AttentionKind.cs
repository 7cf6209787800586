using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// Multi-head attention with its projections: of a sequence to itself, or of queries to a memory. With F features,
/// h heads, h_kv of them for keys and values, and d features per head, the projections have F*h*d, F_k*h_kv*d,
/// F_v*h_kv*d and h*d*out weights, each with a bias per output.
/// </summary>
/// <remarks>
/// Source: torch.nn.MultiheadAttention with batch_first; grouped heads: Ainslie et al., arXiv:2305.13245. Every query
/// head computes its own scores, whichever keys it shares.
/// </remarks>
internal sealed class AttentionKind : LayerKind
{
    private readonly Argument<long> _heads;
    private readonly Argument<long> _kvHeads;
    private readonly Argument<long> _headDim;
    private readonly Argument<long> _out;
    private readonly Argument<bool> _bias;
    private readonly Argument<bool> _outBias;
    private readonly Argument<bool> _causal;
    private readonly Argument<long> _window;
    private readonly Argument<string> _scale;
    private readonly Argument<bool> _mask;
    private readonly Argument<bool> _cross;
    private readonly Argument<long> _kdim;
    private readonly Argument<long> _vdim;

    public AttentionKind()
        : base(
            "attention",
            "Multi-head attention with its projections; of one input to itself, or of queries to a memory.")
    {
        _heads = Integer("heads", "Number of heads.").Required();
        _kvHeads = Integer(
            "kv_heads", "Heads of keys and values, each shared by a group of query heads; heads when not given.");
        _headDim = Integer("head_dim", "Features of a head; features / heads when not given.");
        _out = Integer("out", "Output features; those of the queries when not given.");
        _bias = Boolean("bias", "Whether the projections add a bias.").Or(true);
        _outBias = Boolean("out_bias", "Whether the output projection adds a bias; as bias when not given.");
        _causal = Boolean("causal", "Whether a query sees no key after it, and only such pairs are computed.")
            .Or(false);
        _window = Integer("window", "A query sees only keys fewer than so many places away; all when not given.");
        _scale = Word(
            "scale",
            "What 1/sqrt(d) is for: the queries are multiplied by it, or the scores, or the scores are divided by its "
            + "inverse.",
            DotProductAttention.Queries,
            DotProductAttention.ScoreProducts,
            DotProductAttention.ScoreQuotients).Or(DotProductAttention.Queries);
        _mask = Boolean("mask", "Whether a mask is added to the scores, as one for padding; it hides no pair.")
            .Or(false);
        _cross = Boolean(
            "cross", "Whether there is a memory: inputs [queries, memory] or [queries, keys, values]; checked.");
        _kdim = Integer("kdim", "Features of the keys' input; inferred, and checked when given.");
        _vdim = Integer("vdim", "Features of the values' input; inferred, and checked when given.");
    }

    public override string Formula =>
        "parameters = (F*h + F_k*h_kv + F_v*h_kv + h*out/d)*d, + a bias per output of each of the four projections; "
        + "MACs = L_q*F*h*d + L_k*(F_k + F_v)*h_kv*d + 2*pairs*h*d + L_q*h*d*out per sample, where pairs = L_q*L_k, "
        + "or fewer when causal or a window hides some";

    internal override (int Least, int Most) InputCount => (1, 3);

    internal override IReadOnlyList<TensorShape> Infer(Layer layer, IReadOnlyList<TensorShape> inputs)
    {
        if (layer.Find(_cross) is { } cross && cross != inputs.Count > 1)
        {
            throw Mismatch(cross
                ? "cross attention reads queries and a memory, but 1 tensor comes in; name both with 'from'"
                : $"self attention reads 1 tensor, but {inputs.Count} come in");
        }

        foreach (TensorShape input in inputs)
        {
            KindChecks.Sequence(input);
        }

        (TensorShape query, TensorShape key, TensorShape value) = Roles(inputs);
        CheckTogether(query, key, "the queries", except: 2);
        CheckTogether(key, value, "the keys", except: 1);
        CheckFeatures(_kdim, layer.Find(_kdim), key);
        CheckFeatures(_vdim, layer.Find(_vdim), value);
        long heads = layer.Get(_heads);
        KindChecks.Divides(KvHeads(layer), heads, "heads", "heads of keys and values");
        if (!layer.Has(_headDim))
        {
            KindChecks.Divides(heads, query[-1], "features", "heads");
        }

        return [query.WithFeatures(layer.Find(_out) ?? query[-1])];
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        Layer layer = call.Layer;
        (TensorShape query, TensorShape key, TensorShape value) = Roles(call.Inputs);
        long heads = layer.Get(_heads);
        long dim = layer.Find(_headDim) ?? query[-1] / heads;
        bool hasBias = layer.Get(_bias);
        Project(query, heads * dim, "query projection", "_q");
        Project(key, KvHeads(layer) * dim, "key projection", "_k");
        Project(value, KvHeads(layer) * dim, "value projection", "_v");

        var visible = new VisibleKeys(query[-2], key[-2], layer.Get(_causal), layer.Find(_window));
        var attention = new DotProductAttention(query.Product(0, query.Rank - 2), heads, dim, visible);
        attention.Score(layer.Get(_scale), to);
        if (layer.Get(_mask))
        {
            attention.Mask(to);
        }

        attention.Attend(to);
        to.Linear(
            call.Output, heads * dim, layer.Find(_outBias) ?? hasBias, "output projection", "_out");

        void Project(TensorShape input, long features, string name, string suffix) =>
            to.Linear(input.WithFeatures(features), input[-1], hasBias, name, suffix);
    }

    private static (TensorShape Query, TensorShape Key, TensorShape Value) Roles(IReadOnlyList<TensorShape> inputs) =>
        (inputs[0], inputs[Math.Min(1, inputs.Count - 1)], inputs[inputs.Count - 1]);

    private static void CheckTogether(TensorShape a, TensorShape b, string what, int except)
    {
        if (a.Rank != b.Rank || !a.Sizes.Take(a.Rank - except).SequenceEqual(b.Sizes.Take(b.Rank - except)))
        {
            throw Mismatch(
                $"{b} does not go with {what} {a}: they may differ in "
                + (except == 1 ? "their features only" : "tokens and features only"));
        }
    }

    private static void CheckFeatures(Argument argument, long? expected, TensorShape input)
    {
        if (expected is { } size && size != input[-1])
        {
            throw Mismatch($"{argument.Name} is {size}, but {input} has {input[-1]} features");
        }
    }

    private long KvHeads(Layer layer) => layer.Find(_kvHeads) ?? layer.Get(_heads);
}
