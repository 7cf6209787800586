using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Every element times a constant: one product each. What the constant is changes no count.</summary>
internal sealed class ScaleKind : UnaryKind
{
    public ScaleKind()
        : base("scale", "Multiplies every element by a constant, such as the 1/sqrt(d) of attention.")
    {
    }

    internal override TensorShape Infer(Layer layer, TensorShape input) => input;

    internal override void Lower(LayerCall call, Lowering to) =>
        to.Do(new Elementwise(ElementwiseFunction.Multiply, call.Output.Elements, name: Name));
}
