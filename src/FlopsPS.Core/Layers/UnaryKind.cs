using System.Collections.Generic;
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

    /// <summary>Refuses an input without channels and 1 to 3 spatial axes.</summary>
    private protected static int SpatialAxes(TensorShape input)
    {
        return input.SpatialRank is >= 1 and <= 3
            ? input.SpatialRank
            : throw Mismatch(
                $"the input {input} must have a batch, channels and 1 to 3 spatial axes");
    }
}
