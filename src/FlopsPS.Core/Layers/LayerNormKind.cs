using FlopsPS.Operations;

namespace FlopsPS.Layers;

/// <summary>Layer normalisation: the last axes of each position by their own statistics.</summary>
/// <remarks>Source: torch.nn.LayerNorm.</remarks>
internal sealed class LayerNormKind : TrailingNormKind
{
    private readonly Argument<bool> _bias;

    public LayerNormKind()
        : base("layernorm", "Normalisation over the last axes of the input.", NormalizationForm.LayerNorm)
    {
        _bias = Boolean("bias", "Whether an affine layer also shifts each element.").Or(true);
        Epsilon();
    }

    public override string Formula =>
        "parameters = 2*D (weight and bias, D the product of the normalised axes); no multiply-accumulates";

    protected override bool HasBias(Layer layer) => layer.Get(_bias);
}
