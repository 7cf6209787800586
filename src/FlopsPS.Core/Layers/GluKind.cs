using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>Gated linear unit: the first half of an axis times the sigmoid of the second.</summary>
/// <remarks>Source: torch.nn.GLU; Dauphin et al., arXiv:1612.08083.</remarks>
internal sealed class GluKind : UnaryKind
{
    private readonly Argument<AxisArgument> _axis;

    public GluKind()
        : base("glu", "The first half of an axis times the sigmoid of the second half.")
    {
        _axis = Axis("axis", "The axis that is halved.").Or(new(-1));
    }

    internal override TensorShape Infer(Layer layer, TensorShape input)
    {
        int axis = layer.Get(_axis).Resolve(input);
        KindChecks.Divides(2, input[axis], $"elements on axis {axis} of {input}", "halves");
        return input.With(axis, input[axis] / 2);
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        to.Do(new Elementwise(ElementwiseFunction.Sigmoid, call.Output.Elements));
        to.Do(new Elementwise(ElementwiseFunction.Multiply, call.Output.Elements, operands: 2));
    }
}
