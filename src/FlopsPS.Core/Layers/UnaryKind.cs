using System.Collections.Generic;
using FlopsPS.Numbers;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>A kind with one tensor in and one out.</summary>
public abstract class UnaryKind : LayerKind
{
    /// <inheritdoc cref="LayerKind(string, string)"/>
    protected UnaryKind(string name, string summary)
        : base(name, summary)
    {
    }

    internal sealed override IReadOnlyList<TensorShape> Infer(Layer layer, IReadOnlyList<TensorShape> inputs) =>
        [Infer(layer, inputs[0])];

    /// <summary>The shape that comes out when this goes in.</summary>
    internal abstract TensorShape Infer(Layer layer, TensorShape input);

    /// <summary>Declares what a normalisation adds to the variance before its root.</summary>
    private protected void Epsilon() =>
        Number("eps", "Added to the variance; changes no count.").Or(new Rational(1, 100_000));

    /// <summary>Refuses an input without channels and 1 to 3 spatial axes.</summary>
    private protected static int SpatialAxes(TensorShape input)
    {
        return input.SpatialRank is >= 1 and <= 3
            ? input.SpatialRank
            : throw Mismatch($"{input} comes in, but a batch, channels and 1 to 3 spatial axes are needed");
    }
}
