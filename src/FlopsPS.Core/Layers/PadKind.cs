using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Puts a border around the input.</summary>
/// <remarks>Source: torch.nn.ConstantPad1d/2d/3d; what the border holds changes no count.</remarks>
internal sealed class PadKind : FreeKind
{
    private readonly Argument<Sizes> _padding;
    private readonly Argument<AxisArgument> _axis;

    public PadKind()
        : base("pad", "Puts a border of constants around the spatial axes, or at the ends of one axis.")
    {
        _padding = Sizes("padding", "Elements at every end; or one per axis; or all beginnings, then all ends.")
            .AtLeast(0)
            .Required();
        _axis = Axis("axis", "The only axis that gets a border; all spatial axes when not given.");
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        Sizes padding = layer.Get(_padding);
        if (layer.Find(_axis) is { } axis)
        {
            return Pad(input, axis.Resolve(input), axes: 1, padding);
        }

        return Pad(input, first: 2, SpatialAxes(input), padding);
    }

    private static TensorShape Pad(TensorShape input, int first, int axes, Sizes padding)
    {
        bool perEnd = padding.Count == 2 * axes;
        if (!perEnd)
        {
            padding.CheckRank("padding", axes);
        }

        for (int axis = 0; axis < axes; axis++)
        {
            long border = padding[axis] + padding[perEnd ? axis + axes : axis];
            input = input.With(first + axis, input[first + axis] + border);
        }

        return input;
    }
}
