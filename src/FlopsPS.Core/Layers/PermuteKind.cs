using System.Collections.Generic;
using System.Linq;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Puts the axes into another order.</summary>
/// <remarks>Source: torch.permute.</remarks>
internal sealed class PermuteKind : FreeKind
{
    private readonly Argument<IReadOnlyList<long>> _order;

    public PermuteKind()
        : base("permute", "Puts the axes into another order.")
    {
        _order = Integers("order", "The axis of the input for each axis of the output, the batch included.")
            .Required();
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        long[] order = [.. layer.Get(_order).Select(axis => axis < 0 ? axis + input.Rank : axis)];
        if (!order.OrderBy(axis => axis).SequenceEqual(Enumerable.Range(0, input.Rank).Select(axis => (long)axis)))
        {
            throw Mismatch(
                $"the order {RawText.Of(layer.Get(_order))} must name each of the {input.Rank} axes of {input} once");
        }

        return new(
            order.Select(axis => input[(int)axis]),
            new string([.. order.Select(axis => input.Layout[(int)axis])]));
    }
}
