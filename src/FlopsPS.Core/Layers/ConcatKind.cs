using System.Collections.Generic;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Puts tensors one behind the other along an axis.</summary>
/// <remarks>Source: torch.cat.</remarks>
internal sealed class ConcatKind : LayerKind
{
    private readonly Argument<AxisArgument> _axis;

    public ConcatKind()
        : base("concat", "Puts its inputs one behind the other along an axis.")
    {
        _axis = Axis("axis", "The axis that grows.").Or(new("channels"));
    }

    internal override (int Least, int Most) InputCount => (1, int.MaxValue);

    internal override IReadOnlyList<TensorShape> Infer(Layer layer, IReadOnlyList<TensorShape> inputs) =>
        [Concatenation.Of(inputs, layer.Get(_axis).Resolve(inputs[0]))];

    internal override void Lower(LayerCall call, Lowering to) => to.Do(new Movement(Name));
}
