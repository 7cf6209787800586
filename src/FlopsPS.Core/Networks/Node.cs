using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Tensors;

namespace FlopsPS.Networks;

/// <summary>A layer at its place in a network.</summary>
public sealed class Node
{
    internal Node(
        string path,
        LayerCall call,
        IReadOnlyList<Tensor> inputs,
        SourcePosition? position,
        NodeRole role,
        IReadOnlyList<Weight>? weights = null,
        DataType? dataType = null)
    {
        Path = path;
        Call = call;
        Inputs = inputs.Indexable();
        Outputs = call.Outputs.Select(shape => new Tensor(shape, this)).Indexable();
        Position = position;
        Role = role;
        Weights = weights?.Indexable();
        DataType = dataType;
    }

    /// <summary>The path in the hierarchy of blocks, e.g. layer2/0/conv2. Unique in its network.</summary>
    public string Path { get; }

    /// <summary>What the node does.</summary>
    public Layer Layer => Call.Layer;

    /// <summary>The tensors that go in.</summary>
    public IReadOnlyList<Tensor> Inputs { get; }

    /// <summary>The tensors that come out.</summary>
    public IReadOnlyList<Tensor> Outputs { get; }

    /// <summary>Where the layer stands in its file, when the reader knows.</summary>
    public SourcePosition? Position { get; }

    /// <summary>Whether the node holds parameters but does not run in inference, as an auxiliary classifier.</summary>
    public bool IsIdle => Role == NodeRole.Idle;

    /// <summary>Whether the weights are those of an earlier node like this one, and counted there.</summary>
    public bool IsShared => Role == NodeRole.Shared;

    /// <summary>What the node does beside running and holding its weights.</summary>
    public NodeRole Role { get; }

    /// <summary>The tensors that the node stores, where its file lists them; null where the layer itself says what it
    /// stores.</summary>
    public IReadOnlyList<Weight>? Weights { get; }

    /// <summary>The type of the values that the layer stores, where its file says it for all of them; null where it
    /// does not, or lists them.</summary>
    public DataType? DataType { get; }

    /// <summary>The layer with its shapes.</summary>
    public LayerCall Call { get; }

    /// <summary>Says what the node consists of, in place of what was lowered before: the weights that its file lists,
    /// else those of the layer, and the operations.</summary>
    internal void Lower(Lowering to)
    {
        to.Clear(DataType);
        Layer.Definition.Lower(Call, to);
        if (Weights is not null)
        {
            to.Hold(Weights);
        }
    }
}
