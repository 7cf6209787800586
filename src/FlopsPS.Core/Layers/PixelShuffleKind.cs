using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Moves channels into space: factor * factor channels become one of a larger map.</summary>
/// <remarks>Source: torch.nn.PixelShuffle; Shi et al., arXiv:1609.05158.</remarks>
internal sealed class PixelShuffleKind : FreeKind
{
    private readonly Argument<long> _factor;

    public PixelShuffleKind()
        : base("pixelshuffle", "Moves channels into space: factor * factor channels become one of a larger map.")
    {
        _factor = Integer("factor", "By how much height and width grow.").Required();
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        long factor = layer.Get(_factor);
        TensorShape map = KindChecks.Map2d(input);
        KindChecks.Divides(factor * factor, map[1], "channels", $"tiles of {factor}x{factor}");
        return map.WithMap(map[1] / (factor * factor), [map[2] * factor, map[3] * factor]);
    }
}
