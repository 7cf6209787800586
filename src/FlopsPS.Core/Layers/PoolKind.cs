using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>A pool whose window slides over 1, 2 or 3 spatial axes.</summary>
internal abstract class PoolKind : UnaryKind
{
    private readonly PoolingForm _form;

    protected PoolKind(string name, string summary, PoolingForm form)
        : base(name, summary)
    {
        _form = form;
    }

    /// <summary>The sliding window.</summary>
    protected abstract KernelArguments Kernel { get; }

    /// <summary>Whether a last window may hang over the end.</summary>
    protected abstract Argument<bool> CeilMode { get; }

    internal sealed override TensorShape Infer(Layer layer, TensorShape input)
    {
        int axes = SpatialAxes(input);
        Kernel.CheckRank(layer, axes);
        Kernel.CheckHalfPadding(layer, axes);
        return Kernel.Slide(layer, input, input[1], layer.Get(CeilMode));
    }

    internal sealed override void Lower(LayerCall call, Lowering to) =>
        to.Do(new Pooling(_form, isAdaptive: false, call.Output.Elements, Taps(call), call.Input.Elements));

    /// <summary>The elements of all windows together.</summary>
    protected virtual long Taps(LayerCall call) =>
        call.Output.Elements * Kernel.Taps(call.Layer, call.Input.SpatialRank);

    /// <summary>Declares the argument that rounds the number of windows up.</summary>
    protected Argument<bool> Ceiling() =>
        Boolean("ceil_mode", "Whether a last window may hang over the end of the input.").Or(false);
}
