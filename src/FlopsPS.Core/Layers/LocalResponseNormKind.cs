using FlopsPS.Numbers;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// Local response normalisation: x / (k + alpha / size * sum of squares of the neighbouring channels) ^ beta.
/// </summary>
/// <remarks>Source: torch.nn.LocalResponseNorm.</remarks>
internal sealed class LocalResponseNormKind : UnaryKind
{
    private readonly Argument<long> _size;

    public LocalResponseNormKind()
        : base("localresponsenorm", "Each element over a power of the squares of its neighbours in other channels.")
    {
        _size = Integer("size", "Neighbouring channels that take part.").Required();
        Number("alpha", "Factor of the sum of squares; changes no count.").Or(new Rational(1, 10_000));
        Number("beta", "Exponent; changes no count.").Or(new Rational(3, 4));
        Number("k", "Added to the sum of squares; changes no count.").Or(1);
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        SpatialAxes(input);
        return input;
    }

    internal override void Lower(LayerCall call, Lowering to) =>
        to.Do(new LocalResponse(call.Input.Elements, call.Layer.Get(_size)));
}
