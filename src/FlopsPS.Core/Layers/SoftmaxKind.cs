using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Softmax along an axis.</summary>
/// <remarks>Source: torch.nn.Softmax.</remarks>
internal sealed class SoftmaxKind : UnaryKind
{
    private readonly Argument<AxisArgument> _axis;

    public SoftmaxKind()
        : base("softmax", "Turns the values along an axis into probabilities.")
    {
        _axis = Axis("axis", "The axis along which the outputs sum to 1.").Or(new(-1));
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        layer.Get(_axis).Resolve(input);
        return input;
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        long length = call.Input[call.Layer.Get(_axis).Resolve(call.Input)];
        to.Do(new Softmax(call.Input.Elements / length, length));
    }
}
