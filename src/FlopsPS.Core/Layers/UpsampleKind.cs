using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Numbers;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Brings the spatial axes to floor(in * scale), or to a given size.</summary>
/// <remarks>Source: torch.nn.Upsample; the number of elements blended into one: 1, 2, 4, 8 or 16.</remarks>
internal sealed class UpsampleKind : UnaryKind
{
    private static readonly IReadOnlyDictionary<string, (int Axes, int Taps)> s_modes =
        new Dictionary<string, (int Axes, int Taps)>
        {
            ["nearest"] = (0, 1),
            ["linear"] = (1, 2),
            ["bilinear"] = (2, 4),
            ["bicubic"] = (2, 16),
            ["trilinear"] = (3, 8),
        };

    private readonly Argument<IReadOnlyList<Rational>> _scale;
    private readonly Argument<Sizes> _size;
    private readonly Argument<string> _mode;

    public UpsampleKind()
        : base("upsample", "Resizes the spatial axes by interpolation.")
    {
        _scale = Numbers("scale", "Factor of the sizes, which are rounded down; a number, or one per axis.");
        _size = Sizes("size", "Size of the output, instead of a scale.");
        _mode = Word("mode", "How an element is made of its neighbours.", [.. s_modes.Keys]).Or("nearest");
    }

    internal override void Check(Layer layer)
    {
        if (layer.Has(_scale) == layer.Has(_size))
        {
            throw new NetworkException(
                layer.Has(_scale) ? ErrorCode.ArgumentInvalid : ErrorCode.ArgumentMissing,
                "upsample needs either 'scale' or 'size'");
        }

        if (layer.Has(_scale) && layer.Get(_scale).Any(scale => scale <= 0))
        {
            throw _scale.Invalid(layer.Get(_scale), "a number above 0");
        }
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        int axes = SpatialAxes(input);
        string mode = layer.Get(_mode);
        int needed = s_modes[mode].Axes;
        if (needed != 0 && needed != axes)
        {
            throw Mismatch($"{mode} works on {needed} spatial axes, but {input} has {axes}");
        }

        return input.WithMap(input[1], layer.Has(_size) ? Sized(layer.Get(_size), axes) : Scaled(layer, input, axes));
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        string mode = call.Layer.Get(_mode);
        to.Do(new Interpolation(mode, call.Output.Elements, s_modes[mode].Taps));
    }

    private static long[] Sized(Sizes size, int axes)
    {
        size.CheckRank("size", axes);
        return [.. Enumerable.Range(0, axes).Select(axis => size[axis])];
    }

    private long[] Scaled(Layer layer, TensorShape input, int axes)
    {
        IReadOnlyList<Rational> scale = layer.Get(_scale);
        if (scale.Count != 1 && scale.Count != axes)
        {
            throw Mismatch($"scale {RawText.Of(scale)} must be one number or {axes}, one per spatial axis of {input}");
        }

        long[] sizes = new long[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            sizes[axis] = (scale[scale.Count == 1 ? 0 : axis] * input[axis + 2]).Floor();
            if (sizes[axis] == 0)
            {
                throw Mismatch($"scale {RawText.Of(scale)} leaves nothing of {input}");
            }
        }

        return sizes;
    }
}
