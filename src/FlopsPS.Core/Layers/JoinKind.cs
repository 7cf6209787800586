using System.Collections.Generic;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Two or more tensors joined element by element.</summary>
internal sealed class JoinKind : LayerKind
{
    private readonly ElementwiseFunction _function;

    public JoinKind(string name, string summary, ElementwiseFunction function)
        : base(name, summary)
    {
        _function = function;
    }

    internal override (int Least, int Most) InputCount => (2, int.MaxValue);

    internal override IReadOnlyList<TensorShape> Infer(Layer layer, IReadOnlyList<TensorShape> inputs) =>
        [Broadcasting.Of(inputs)];

    internal override void Lower(LayerCall call, Lowering to) =>
        to.Do(new Elementwise(_function, call.Output.Elements, call.Inputs.Count));
}
