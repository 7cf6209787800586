using FlopsPS.Operations;

namespace FlopsPS.Layers;

/// <summary>Root mean square normalisation: x / sqrt(mean(x^2) + eps) over the last axes of each position.</summary>
/// <remarks>Source: torch.nn.RMSNorm; Zhang and Sennrich, arXiv:1910.07467.</remarks>
internal sealed class RmsNormKind : TrailingNormKind
{
    public RmsNormKind()
        : base(
            "rmsnorm",
            "Normalisation by the root mean square of the last axes of the input.",
            NormalizationForm.RmsNorm)
    {
        Number("eps", "Added to the mean square; changes no count.");
    }

    public override string Formula =>
        "parameters = D (weight, D the product of the normalised axes); no multiply-accumulates";

    protected override bool HasBias(Layer layer) => false;
}
