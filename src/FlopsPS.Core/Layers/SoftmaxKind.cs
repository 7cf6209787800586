using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>A function of the values along an axis that exponentiates them: softmax and its relatives.</summary>
/// <remarks>Source: torch.nn.Softmax, Softmin, LogSoftmax.</remarks>
internal sealed class SoftmaxKind : UnaryKind
{
    private readonly SoftmaxForm _form;
    private readonly Argument<AxisArgument> _axis;

    public SoftmaxKind(string name, string summary, string axis, SoftmaxForm form)
        : base(name, summary)
    {
        _form = form;
        _axis = Axis("axis", axis).Or(new(-1));
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        layer.Get(_axis).Resolve(input);
        return input;
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        long length = call.Input[call.Layer.Get(_axis).Resolve(call.Input)];
        to.Do(new Softmax(length == 0 ? 0 : call.Input.Elements / length, length, _form));
    }
}
