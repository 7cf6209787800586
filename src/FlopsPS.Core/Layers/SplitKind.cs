using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Cuts an axis into parts; each part is an output.</summary>
/// <remarks>Source: torch.split, torch.chunk with equal parts.</remarks>
internal sealed class SplitKind : LayerKind
{
    // Nobody names more outputs; a mistyped number must not fill the memory.
    private const long MaximumParts = 65_536;

    private readonly Argument<AxisArgument> _axis;
    private readonly Argument<long> _parts;
    private readonly Argument<IReadOnlyList<long>> _sizes;

    public SplitKind()
        : base("split", "Cuts an axis into parts, each of which is an output.")
    {
        _axis = Axis("axis", "The axis that is cut.").Or(new("channels"));
        _parts = Integer("parts", "The number of equal parts.");
        _sizes = Integers("sizes", "The sizes of the parts.").AtLeast(1);
    }

    internal override void Check(Layer layer)
    {
        if (layer.Has(_parts) == layer.Has(_sizes))
        {
            throw new NetworkException(
                layer.Has(_parts) ? ErrorCode.ArgumentInvalid : ErrorCode.ArgumentMissing,
                "split needs either 'parts' or 'sizes'");
        }
    }

    internal override IReadOnlyList<TensorShape> Infer(Layer layer, IReadOnlyList<TensorShape> inputs)
    {
        TensorShape input = inputs[0];
        int axis = layer.Get(_axis).Resolve(input);
        return [.. Sizes(layer, input, axis).Select(size => input.With(axis, size))];
    }

    internal override void Lower(LayerCall call, Lowering to) => to.Do(new Movement(Name));

    private IEnumerable<long> Sizes(Layer layer, TensorShape input, int axis)
    {
        if (layer.Find(_parts) is not { } parts)
        {
            IReadOnlyList<long> sizes = layer.Get(_sizes);
            return sizes.Sum() == input[axis]
                ? sizes
                : throw Mismatch(
                    $"the sizes {RawText.Of(sizes)} are {sizes.Sum()} together, but axis {axis} of {input} "
                    + $"has {input[axis]}");
        }

        return parts > MaximumParts || input[axis] % parts != 0
            ? throw Mismatch($"axis {axis} of {input} cannot be cut into {parts} equal parts")
            : Enumerable.Repeat(input[axis] / parts, (int)parts);
    }
}
