using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>A pool over the whole feature map; the spatial axes stay, with size 1.</summary>
/// <remarks>Source: torch.nn.AdaptiveAvgPool2d(1), AdaptiveMaxPool2d(1), which is how networks are written in torch.
/// </remarks>
internal sealed class GlobalPoolKind : UnaryKind
{
    private readonly PoolingForm _form;

    public GlobalPoolKind(string name, string summary, PoolingForm form)
        : base(name, summary)
    {
        _form = form;
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        var sizes = new long[SpatialAxes(input)];
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            sizes[axis] = 1;
        }

        return input.WithMap(input[1], sizes);
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        long elements = call.Input.Elements;
        to.Do(new Pooling(_form, isAdaptive: true, call.Output.Elements, taps: elements, inputs: elements));
    }
}
