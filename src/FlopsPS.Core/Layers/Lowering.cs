using System.Collections.Generic;
using FlopsPS.Operations;

namespace FlopsPS.Layers;

/// <summary>What a layer lowers to: the weights it holds and the primitive operations it does.</summary>
public sealed class Lowering
{
    private readonly List<Weight> _weights = [];
    private readonly List<Operation> _operations = [];

    /// <summary>The tensors that the layer stores.</summary>
    public IReadOnlyList<Weight> Weights => _weights;

    /// <summary>The operations of one forward pass, in order.</summary>
    public IReadOnlyList<Operation> Operations => _operations;

    internal void Parameter(string name, long elements) => _weights.Add(new(name, elements, isTrainable: true));

    internal void Buffer(string name, long elements) => _weights.Add(new(name, elements, isTrainable: false));

    /// <summary>Forgets everything, so that the next layer can be lowered.</summary>
    internal void Clear()
    {
        _weights.Clear();
        _operations.Clear();
    }

    internal void Do(Operation operation) => _operations.Add(operation);
}
