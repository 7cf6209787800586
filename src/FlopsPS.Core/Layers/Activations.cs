using System.Collections.Generic;
using FlopsPS.Numbers;
using static FlopsPS.Operations.ElementwiseFunction;

namespace FlopsPS.Layers;

/// <summary>The activations, with torch's names and constants.</summary>
/// <remarks>Source: torch.nn, non-linear activations.</remarks>
internal sealed class Activations : ILayerKindSource
{
    private static readonly Rational s_half = new(1, 2);

    public IEnumerable<LayerKind> Kinds =>
    [
        new ActivationKind("relu", "max(x, 0).", Relu),
        new ActivationKind("relu6", "min(max(x, 0), 6).", Relu6),
        new ActivationKind(
            "leakyrelu", "x, or a fixed slope * x below 0.", LeakyRelu, ("negative_slope", new Rational(1, 100))),
        new ActivationKind(
            "rrelu",
            "x, or a random slope * x below 0; the mean slope at inference.",
            Rrelu,
            ("lower", new Rational(1, 8)),
            ("upper", new Rational(1, 3))),
        new ActivationKind("elu", "x, or alpha * (exp(x) - 1) below 0.", Elu, ("alpha", 1)),
        new ActivationKind("celu", "max(x, 0) + min(alpha * (exp(x / alpha) - 1), 0).", Celu, ("alpha", 1)),
        new ActivationKind("selu", "scale * elu(x) with fixed constants.", Selu),
        new ActivationKind("silu", "x * sigmoid(x), also called swish.", Silu),
        new ActivationKind("mish", "x * tanh(softplus(x)).", Mish),
        new ActivationKind("sigmoid", "1 / (1 + exp(-x)).", Sigmoid),
        new ActivationKind("logsigmoid", "log(sigmoid(x)).", LogSigmoid),
        new ActivationKind("tanh", "The hyperbolic tangent.", Tanh),
        new ActivationKind("softplus", "log(1 + exp(beta * x)) / beta.", Softplus, ("beta", 1), ("threshold", 20)),
        new ActivationKind("softsign", "x / (1 + |x|).", Softsign),
        new ActivationKind("softshrink", "x moved towards 0 by lambd, 0 in between.", Softshrink, ("lambd", s_half)),
        new ActivationKind("hardshrink", "x, or 0 between -lambd and lambd.", Hardshrink, ("lambd", s_half)),
        new ActivationKind("tanhshrink", "x - tanh(x).", Tanhshrink),
        new ActivationKind(
            "threshold", "x above a threshold, else a value.", Threshold, ("threshold", null), ("value", null)),
        new ActivationKind(
            "hardtanh", "x held between min_val and max_val.", Hardtanh, ("min_val", -1), ("max_val", 1)),
        new ActivationKind("hardsigmoid", "relu6(x + 3) / 6.", Hardsigmoid),
        new ActivationKind("hardswish", "x * relu6(x + 3) / 6.", Hardswish),
    ];
}
