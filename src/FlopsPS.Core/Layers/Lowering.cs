using System.Collections.Generic;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>What a layer lowers to: the weights it holds and the primitive operations it does.</summary>
public sealed class Lowering
{
    private readonly List<Weight> _weights = [];
    private readonly List<Operation> _operations = [];
    private DataType? _type;

    /// <summary>The tensors that the layer stores.</summary>
    public IReadOnlyList<Weight> Weights => _weights;

    /// <summary>The operations of one forward pass, in order.</summary>
    public IReadOnlyList<Operation> Operations => _operations;

    internal void Parameter(string name, long elements) =>
        _weights.Add(new(name, elements, WeightRole.Parameter, dataType: _type));

    internal void Buffer(string name, long elements) =>
        _weights.Add(new(name, elements, WeightRole.Buffer, dataType: _type));

    /// <summary>Takes the tensors that a reader found in place of those that the layer states.</summary>
    internal void Hold(IEnumerable<Weight> weights)
    {
        _weights.Clear();
        _weights.AddRange(weights);
    }

    /// <summary>Forgets everything, so that the next layer can be lowered, whose values are of this type.</summary>
    internal void Clear(DataType? type = null)
    {
        _type = type;
        _weights.Clear();
        _operations.Clear();
    }

    internal void Do(Operation operation) => _operations.Add(operation);

    /// <summary>
    /// A fully connected layer that computes <paramref name="output"/> from vectors of <paramref name="terms"/>:
    /// terms * features weights and, with a bias, one more per feature.
    /// </summary>
    /// <param name="output">What comes out, features last.</param>
    /// <param name="terms">The features that go in.</param>
    /// <param name="hasBias">Whether a bias is added.</param>
    /// <param name="name">The name of the operation, linear when null.</param>
    /// <param name="suffix">What stands behind the names of weight and bias, e.g. _ih_l0.</param>
    internal void Linear(TensorShape output, long terms, bool hasBias, string? name = null, string suffix = "")
    {
        Parameter("weight" + suffix, terms * output[-1]);
        if (hasBias)
        {
            Parameter("bias" + suffix, output[-1]);
        }

        Do(Contraction.Of(ContractionForm.Linear, output, terms, hasBias, name));
    }
}
