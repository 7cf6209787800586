using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>A layer where it stands in a network: with the shapes that go in and come out.</summary>
public readonly struct LayerCall
{
    /// <summary>Joins a layer and its shapes.</summary>
    public LayerCall(Layer layer, IReadOnlyList<TensorShape> inputs, IReadOnlyList<TensorShape> outputs)
    {
        Layer = layer;
        Inputs = inputs.Indexable();
        Outputs = outputs.Indexable();
    }

    /// <summary>The layer.</summary>
    public Layer Layer { get; }

    /// <summary>The shapes that go in.</summary>
    public IReadOnlyList<TensorShape> Inputs { get; }

    /// <summary>The shapes that come out.</summary>
    public IReadOnlyList<TensorShape> Outputs { get; }

    /// <summary>The first shape that goes in.</summary>
    public TensorShape Input => Inputs[0];

    /// <summary>The first shape that comes out.</summary>
    public TensorShape Output => Outputs[0];
}
