using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Batch normalisation: channels normalised by their stored statistics.</summary>
/// <remarks>Source: torch.nn.BatchNorm1d/2d/3d, evaluation mode.</remarks>
internal sealed class BatchNormKind : NormKind
{
    private readonly Argument<bool> _track;

    public BatchNormKind()
        : base("batchnorm", "Batch normalisation of each channel.", NormalizationForm.BatchNorm)
    {
        Affine = AffineOr(true);
        _track = TrackOr(true);
        Epsilon();
    }

    public override string Formula =>
        "parameters = 2*C (weight and bias), buffers = 2*C (running mean and variance); no multiply-accumulates";

    protected override Argument<bool> Affine { get; }

    protected override bool StoresStatistics(Layer layer) => layer.Get(_track);

    protected override long Rows(Layer layer, TensorShape input) => input[1];
}
