using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Replaces each index by a learned vector. Parameters num * dim; the look-up is free.</summary>
/// <remarks>Source: torch.nn.Embedding.</remarks>
internal sealed class EmbeddingKind : UnaryKind
{
    private readonly Argument<long> _num;
    private readonly Argument<long> _dim;

    public EmbeddingKind()
        : base("embedding", "Replaces each index of the input by a learned vector.")
    {
        _num = Integer("num", "Size of the vocabulary: the number of vectors.").Required();
        _dim = Integer("dim", "Features of a vector.").Required();
        Integer("padding_idx", "The index whose vector stays zero; changes no count.").AtLeast(null);
    }

    public override string Formula => "parameters = num*dim; no multiply-accumulates";

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        KindChecks.Rank(input, 1, "indices");
        string? layout = input.AxisOf('F') < 0 ? input.Layout + 'F' : null;
        return new([.. input.Sizes, layer.Get(_dim)], layout);
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        to.Parameter("weight", call.Layer.Get(_num) * call.Layer.Get(_dim));
        to.Do(new Movement(Name));
    }
}
