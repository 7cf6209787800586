using FlopsPS.Operations;

namespace FlopsPS.Layers;

/// <summary>The largest value of each window.</summary>
/// <remarks>Source: torch.nn.MaxPool1d/2d/3d.</remarks>
internal sealed class MaxPoolKind : PoolKind
{
    public MaxPoolKind()
        : base("maxpool", "The largest value of each window over the spatial axes.", PoolingForm.Max)
    {
        Kernel = new(
            Sizes("kernel", "Size of the window.").Required(),
            Sizes("stride", "Step of the window; the kernel when not given."),
            Padding("Elements around the input, at most half the kernel; same keeps ceil(size / stride)."),
            Sizes("dilation", "Distance between the elements of a window.").Or(new([1])));
        CeilMode = Ceiling();
    }

    protected override KernelArguments Kernel { get; }

    protected override Argument<bool> CeilMode { get; }
}
