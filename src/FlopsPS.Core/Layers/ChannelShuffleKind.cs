using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Deals the channels of each group out in turn, so that the groups mix.</summary>
/// <remarks>Source: torch.nn.ChannelShuffle.</remarks>
internal sealed class ChannelShuffleKind : FreeKind
{
    private readonly Argument<long> _groups;

    public ChannelShuffleKind()
        : base("channelshuffle", "Mixes groups of channels: the first channel of each group, the second of each, …")
    {
        _groups = Integer("groups", "Number of groups that the channels lie in.").Required();
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        SpatialAxes(input);
        KindChecks.Divides(layer.Get(_groups), input[1], "channels");
        return input;
    }
}
