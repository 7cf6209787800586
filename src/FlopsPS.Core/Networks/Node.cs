using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;

namespace FlopsPS.Networks;

/// <summary>A layer at its place in a network.</summary>
public sealed class Node
{
    internal Node(
        string path, LayerCall call, IReadOnlyList<Tensor> inputs, SourcePosition? position, bool isIdle)
    {
        Path = path;
        Call = call;
        Inputs = inputs;
        Outputs = [.. call.Outputs.Select(shape => new Tensor(shape, this))];
        Position = position;
        IsIdle = isIdle;
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
    public bool IsIdle { get; }

    /// <summary>The layer with its shapes.</summary>
    public LayerCall Call { get; }
}
