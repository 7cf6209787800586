using System;
using System.Collections.Generic;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// A kind outside the catalogue: what a reader found in a file of another format, which states the primitive operations
/// itself.
/// </summary>
/// <remarks>Its outputs and weights are stated too, by <see cref="Networks.NetworkBuilder.AddStated"/>.</remarks>
public sealed class StatedKind : LayerKind
{
    private readonly IReadOnlyList<Operation> _operations;

    private StatedKind(string name, string summary, IReadOnlyList<Operation> operations)
        : base(name, summary)
    {
        _operations = operations;
    }

    internal override (int Least, int Most) InputCount => (0, int.MaxValue);

    /// <summary>A layer of this name that does these operations.</summary>
    public static Layer Layer(string name, params IReadOnlyList<Operation> operations) =>
        new StatedKind(name, "A layer as its file states it.", operations).Create(new Dictionary<string, object>());

    /// <summary>The operations that a layer states; none where its kind has rules for them.</summary>
    public static IReadOnlyList<Operation> OperationsOf(Layer layer) => (layer.Definition as StatedKind)?._operations ?? [];

    internal override IReadOnlyList<TensorShape> Infer(Layer layer, IReadOnlyList<TensorShape> inputs) =>
        throw new InvalidOperationException($"the outputs of {Name} must be stated by its reader");

    internal override void Lower(LayerCall call, Lowering to)
    {
        foreach (Operation operation in _operations)
        {
            to.Do(operation);
        }
    }
}
