using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Instance normalisation: each channel of each sample by its own statistics.</summary>
/// <remarks>Source: torch.nn.InstanceNorm1d/2d/3d.</remarks>
internal sealed class InstanceNormKind : NormKind
{
    private readonly Argument<bool> _track;

    public InstanceNormKind()
        : base("instancenorm", "Normalisation of each channel of each sample.", NormalizationForm.InstanceNorm)
    {
        Affine = AffineOr(false);
        _track = TrackOr(false);
        Epsilon();
    }

    protected override Argument<bool> Affine { get; }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        SpatialAxes(input);
        return input;
    }

    protected override bool StoresStatistics(Layer layer) => layer.Get(_track);

    protected override long Rows(Layer layer, TensorShape input) => input.Product(0, 2);
}
