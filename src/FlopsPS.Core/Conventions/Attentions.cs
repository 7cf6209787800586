using System;
using FlopsPS.Layers;
using FlopsPS.Numbers;
using FlopsPS.Tensors;

namespace FlopsPS.Conventions;

/// <summary>What tools that know torch's multi-head attention ask of a layer.</summary>
internal static class Attentions
{
    /// <summary>The scores of all queries and keys, those that a mask hides among them.</summary>
    public static Amount Scores(LayerFacts facts) => facts.ElementsOf("attention scores");

    /// <summary>The queries of all heads: the rows of the softmax, a row that a mask hides among them.</summary>
    public static Amount Queries(LayerFacts facts)
    {
        TensorShape key = facts.Call.Inputs[Math.Min(1, facts.Call.Inputs.Count - 1)];
        return facts.Of(Scores(facts).Value / key[-2], "queries");
    }

    /// <summary>Whether torch.nn.MultiheadAttention can be this layer: its projections are in it, which they are not in
    /// one that a file states, it scales the queries, heads of keys are not shared, and heads divide the features that
    /// go in and come out.</summary>
    public static bool IsTorchModule(LayerFacts facts)
    {
        if (facts.Number("heads") is not { } heads)
        {
            return false;
        }

        long features = facts.Call.Input[-1];
        return facts.Word("scale") == DotProductAttention.Queries
            && (facts.Number("kv_heads") ?? heads) == heads
            && (facts.Number("head_dim") ?? features / heads) * heads == features
            && facts.Call.Output[-1] == features;
    }
}
