using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// softmax(Q K^T) V for each head, the part that all attentions share. With L_q queries, L_k keys and d features per
/// head, scores and weighted sum are N * heads * L_q * L_k * d multiply-accumulates each; what a mask hides is not
/// computed.
/// </summary>
/// <remarks>Source: Vaswani et al., arXiv:1706.03762, 3.2.1.</remarks>
internal readonly struct DotProductAttention
{
    /// <summary>Queries are multiplied by 1 / sqrt(d), as torch.nn.MultiheadAttention does.</summary>
    public const string Queries = "queries";

    /// <summary>Scores are multiplied by 1 / sqrt(d).</summary>
    public const string ScoreProducts = "scores";

    /// <summary>Scores are divided by sqrt(d).</summary>
    public const string ScoreQuotients = "quotients";

    private readonly long _batch;
    private readonly long _heads;
    private readonly long _dim;
    private readonly VisibleKeys _visible;

    /// <summary>Attention in each of these heads over queries and keys of so many features.</summary>
    public DotProductAttention(long batch, long heads, long dim, VisibleKeys visible)
    {
        _batch = batch;
        _heads = heads;
        _dim = dim;
        _visible = visible;
    }

    /// <summary>The scores that are computed: one per head and pair of a query and a key.</summary>
    public long Scores => _batch * _heads * _visible.Pairs;

    /// <summary>Q K^T over sqrt(d), scaled in one of these ways.</summary>
    public void Score(string scaling, Lowering to)
    {
        if (scaling == Queries)
        {
            Scale(ElementwiseFunction.Multiply, _batch * _heads * _visible.Queries * _dim);
        }

        Score(to);
        if (scaling != Queries)
        {
            Scale(scaling == ScoreProducts ? ElementwiseFunction.Multiply : ElementwiseFunction.Divide, Scores);
        }

        void Scale(ElementwiseFunction function, long elements) =>
            to.Do(new Elementwise(function, elements, name: "attention scale"));
    }

    /// <summary>Q K^T.</summary>
    public void Score(Lowering to) => to.Do(Product(
        _visible.Keys, _dim, Scores * _dim, Scores, "attention scores"));

    /// <summary>A mask is added to the scores.</summary>
    public void Mask(Lowering to) =>
        to.Do(new Elementwise(ElementwiseFunction.Add, Scores, operands: 2, "attention mask"));

    /// <summary>Softmax over the keys, and the weighted sum of their values.</summary>
    public void Attend(Lowering to)
    {
        long rows = _batch * _heads * _visible.Seeing;
        to.Do(Softmax.Masked(rows, _visible.Keys, Scores));
        to.Do(Product(_dim, _visible.Keys, Scores * _dim, rows * _dim, "attention values"));
    }

    private Contraction Product(long columns, long terms, long products, long accumulators, string name)
    {
        var output = new TensorShape([_batch, _heads, _visible.Queries, columns], "N?TF");
        return _visible.IsAll
            ? Contraction.Of(ContractionForm.MatMul, output, terms, hasBias: false, name)
            : Contraction.Masked(ContractionForm.MatMul, output, terms, products, accumulators, name);
    }
}
