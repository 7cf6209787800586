using FlopsPS.Layers;
using FlopsPS.Numbers;
using FlopsPS.Tensors;

namespace FlopsPS.Conventions;

/// <summary>The windows of pools as tools see them.</summary>
internal static class Windows
{
    /// <summary>Whether an adaptive pool makes one value of each channel.</summary>
    public static bool IsGlobal(LayerFacts facts) =>
        facts.Call.Output.Product(2, facts.Call.Output.Rank) == 1;

    /// <summary>Whether the elements of a window lie apart.</summary>
    public static bool HasDilation(LayerFacts facts) => facts.Product("dilation") != 1;

    /// <summary>
    /// The elements of all windows of an average pool that a divisor counts: those in the padding only where it
    /// belongs to the mean, those behind the padding never.
    /// </summary>
    public static Amount Averaged(LayerFacts facts)
    {
        TensorShape input = facts.Call.Input;
        long elements = input.Product(0, 2);
        for (int axis = 0; axis < input.SpatialRank; axis++)
        {
            Window window = Over(facts, axis);
            long size = input[axis + 2];
            long windows = facts.Call.Output[axis + 2];
            elements *= facts.Number("count_include_pad") == 1
                ? new Window(window.Kernel, window.Stride, 0, 0, 1).Inside(window.Before + size + window.After, windows)
                : window.Inside(size, windows);
        }

        return facts.Of(elements, "window elements");
    }

    private static Window Over(LayerFacts facts, int axis)
    {
        Sizes kernel = facts.Sizes("kernel")!;
        Sizes stride = facts.Sizes("stride") ?? kernel;
        var padding = (Padding)facts.Value("padding")!;
        return padding.Window(
            axis, facts.SpatialAxes, facts.Call.Input[axis + 2], kernel[axis], stride[axis], dilation: 1);
    }
}
