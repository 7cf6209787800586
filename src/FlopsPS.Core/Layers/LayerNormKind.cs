using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Layer normalisation: the last axes of each position by their own statistics.</summary>
/// <remarks>Source: torch.nn.LayerNorm.</remarks>
internal sealed class LayerNormKind : UnaryKind
{
    private readonly Argument<long> _axes;
    private readonly Argument<bool> _affine;
    private readonly Argument<bool> _bias;

    public LayerNormKind()
        : base("layernorm", "Normalisation over the last axes of the input.")
    {
        _axes = Integer("axes", "How many of the last axes are normalised together.").Or(1);
        _affine = Boolean("affine", "Whether each element is scaled by a learned weight.").Or(true);
        _bias = Boolean("bias", "Whether an affine layer also shifts each element.").Or(true);
        Epsilon();
    }

    public override string Formula =>
        "parameters = 2*D (weight and bias, D the product of the normalised axes); no multiply-accumulates";

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        long axes = layer.Get(_axes);
        return axes < input.Rank
            ? input
            : throw Mismatch($"{axes} axes are to be normalised behind the batch, but {input} has {input.Rank} in all");
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        int first = call.Input.Rank - (int)call.Layer.Get(_axes);
        bool isAffine = call.Layer.Get(_affine);
        bool isShifted = isAffine && call.Layer.Get(_bias);
        long length = call.Input.Product(first, call.Input.Rank);
        if (isAffine)
        {
            to.Parameter("weight", length);
        }

        if (isShifted)
        {
            to.Parameter("bias", length);
        }

        to.Do(new Normalization(
            NormalizationForm.LayerNorm,
            call.Input.Elements,
            call.Input.Product(0, first),
            isAffine,
            usesStoredStatistics: false,
            isShifted));
    }
}
