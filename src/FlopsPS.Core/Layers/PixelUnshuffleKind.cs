using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Moves space into channels: each tile of a map becomes factor * factor channels.</summary>
/// <remarks>Source: torch.nn.PixelUnshuffle.</remarks>
internal sealed class PixelUnshuffleKind : FreeKind
{
    private readonly Argument<long> _factor;

    public PixelUnshuffleKind()
        : base("pixelunshuffle", "Moves space into channels: each tile of a map becomes factor * factor channels.")
    {
        _factor = Integer("factor", "By how much height and width shrink.").Required();
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        long factor = layer.Get(_factor);
        TensorShape map = KindChecks.Map2d(input);
        KindChecks.Divides(factor, map[2], "rows", $"tiles of {factor}");
        KindChecks.Divides(factor, map[3], "columns", $"tiles of {factor}");
        return map.WithMap(map[1] * factor * factor, [map[2] / factor, map[3] / factor]);
    }
}
