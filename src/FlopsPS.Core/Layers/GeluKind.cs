using FlopsPS.Operations;

namespace FlopsPS.Layers;

/// <summary>x * Phi(x), exactly or by an approximation.</summary>
/// <remarks>Source: torch.nn.GELU.</remarks>
internal sealed class GeluKind : ActivationKind
{
    private readonly Argument<string> _approximate;

    public GeluKind()
        : base("gelu", "x * Phi(x), Phi the normal distribution.", ElementwiseFunction.Gelu)
    {
        _approximate = Word("approximate", "The approximation that is used, if any.", "none", "tanh").Or("none");
    }

    protected override ElementwiseFunction Function(Layer layer) =>
        layer.Get(_approximate) == "tanh" ? ElementwiseFunction.GeluTanh : ElementwiseFunction.Gelu;
}
