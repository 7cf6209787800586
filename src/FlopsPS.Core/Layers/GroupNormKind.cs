using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Group normalisation: each group of channels of each sample by its own statistics.</summary>
/// <remarks>Source: torch.nn.GroupNorm.</remarks>
internal sealed class GroupNormKind : NormKind
{
    private readonly Argument<long> _groups;

    public GroupNormKind()
        : base("groupnorm", "Normalisation of groups of channels of each sample.", NormalizationForm.GroupNorm)
    {
        _groups = Integer("groups", "Groups that the channels are split into.").Required();
        Affine = AffineOr(true);
        Epsilon();
    }

    protected override Argument<bool> Affine { get; }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        TensorShape output = base.Infer(layer, input);
        KindChecks.Divides(layer.Get(_groups), input[1], "channels");
        return output;
    }

    protected override long Rows(Layer layer, TensorShape input) => input[0] * layer.Get(_groups);
}
