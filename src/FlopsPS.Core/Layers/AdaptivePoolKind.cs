using FlopsPS.Numbers;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// A pool to a given size: bin i of an axis runs from floor(i * in / out) up to, not with, ceil((i + 1) * in / out).
/// </summary>
/// <remarks>Source: torch.nn.AdaptiveAvgPool1d/2d/3d, AdaptiveMaxPool1d/2d/3d.</remarks>
internal sealed class AdaptivePoolKind : UnaryKind
{
    private readonly PoolingForm _form;
    private readonly Argument<Sizes> _size;

    public AdaptivePoolKind(string name, string summary, PoolingForm form)
        : base(name, summary)
    {
        _form = form;
        _size = Sizes("size", "Size of the output.").Required();
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        Sizes size = layer.Get(_size);
        int axes = SpatialAxes(input);
        size.CheckRank("size", axes);
        var sizes = new long[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            sizes[axis] = size[axis];
        }

        return input.WithMap(input[1], sizes);
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        // Bins of different axes combine freely, so the elements of all bins are a product over the axes. On an axis
        // they are in + out - gcd(in, out): each border between two bins that is no whole number lies in both.
        long taps = call.Output.Product(0, 2);
        for (int axis = 2; axis < call.Input.Rank; axis++)
        {
            long size = call.Input[axis];
            long bins = call.Output[axis];
            taps *= size + bins - Rational.GreatestCommonDivisor(size, bins);
        }

        to.Do(new Pooling(_form, isAdaptive: true, call.Output.Elements, taps, call.Input.Elements));
    }
}
