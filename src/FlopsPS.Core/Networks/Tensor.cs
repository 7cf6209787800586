using FlopsPS.Tensors;

namespace FlopsPS.Networks;

/// <summary>An edge of a network: a tensor that a node, or an input, hands to others.</summary>
public sealed class Tensor
{
    internal Tensor(TensorShape shape, Node? producer)
    {
        Shape = shape;
        Producer = producer;
    }

    /// <summary>The shape, batch first.</summary>
    public TensorShape Shape { get; }

    /// <summary>The node that makes it; null for an input of the network.</summary>
    public Node? Producer { get; }
}
