using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Softmax over the channels of each position of a feature map.</summary>
/// <remarks>Source: torch.nn.Softmax2d.</remarks>
internal sealed class Softmax2dKind : UnaryKind
{
    public Softmax2dKind()
        : base("softmax2d", "Turns the channels of each position into probabilities.")
    {
    }

    internal override TensorShape Infer(Layer layer, TensorShape input) => KindChecks.Map2d(input);

    internal override void Lower(LayerCall call, Lowering to) =>
        to.Do(new Softmax(call.Input.Elements / call.Input[1], call.Input[1]));
}
