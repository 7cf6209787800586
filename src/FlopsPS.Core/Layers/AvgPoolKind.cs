using FlopsPS.Operations;

namespace FlopsPS.Layers;

/// <summary>The mean of each window.</summary>
/// <remarks>Source: torch.nn.AvgPool1d/2d/3d.</remarks>
internal sealed class AvgPoolKind : PoolKind
{
    private readonly Argument<bool> _countPadding;

    public AvgPoolKind()
        : base("avgpool", "The mean of each window over the spatial axes.", PoolingForm.Average)
    {
        Kernel = new(
            Sizes("kernel", "Size of the window.").Required(),
            Sizes("stride", "Step of the window; the kernel when not given."),
            Padding("Zeros around the input, at most half the kernel; same keeps ceil(size / stride)."),
            dilation: null);
        CeilMode = Ceiling();
        _countPadding = Boolean("count_include_pad", "Whether the zeros around the input belong to the mean.").Or(true);
    }

    protected override KernelArguments Kernel { get; }

    protected override Argument<bool> CeilMode { get; }

    protected override long Taps(LayerCall call)
    {
        if (call.Layer.Get(_countPadding))
        {
            return base.Taps(call);
        }

        // The windows of all axes combine freely, so the sum of their products is the product of their sums.
        long taps = call.Output.Product(0, 2);
        for (int axis = 0; axis < call.Input.SpatialRank; axis++)
        {
            taps *= Kernel.Window(call.Layer, call.Input, axis).Inside(call.Input[axis + 2], call.Output[axis + 2]);
        }

        return taps;
    }
}
