namespace FlopsPS.Operations;

/// <summary>The elementwise functions that layers are made of; the activations carry torch's names.</summary>
public enum ElementwiseFunction
{
    /// <summary>Sum of the operands.</summary>
    Add,

    /// <summary>Product of the operands.</summary>
    Multiply,

    /// <summary>The first operand less the others.</summary>
    Subtract,

    /// <summary>The first operand over the second.</summary>
    Divide,

    /// <summary>The rest of a division.</summary>
    Modulo,

    /// <summary>A power.</summary>
    Power,

    /// <summary>The square root.</summary>
    Sqrt,

    /// <summary>The logarithm.</summary>
    Log,

    /// <summary>The value without its sign.</summary>
    Abs,

    /// <summary>The value with the other sign.</summary>
    Negative,

    /// <summary>1 over the value.</summary>
    Reciprocal,

    /// <summary>The error function.</summary>
    Erf,

    /// <summary>Sine, cosine and their kin, hyperbolic and inverse ones too.</summary>
    Trigonometric,

    /// <summary>The value as a whole number: rounded, or the next one up or down.</summary>
    Round,

    /// <summary>Whether one value is less than, greater than or equal to another.</summary>
    Compare,

    /// <summary>The larger of two values.</summary>
    Maximum,

    /// <summary>The smaller of two values.</summary>
    Minimum,

    /// <summary>The exponential.</summary>
    Exp,

    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>min(max(x, 0), 6).</summary>
    Relu6,

    /// <summary>x, or slope * x below 0; a fixed slope.</summary>
    LeakyRelu,

    /// <summary>x, or a learned slope * x below 0.</summary>
    Prelu,

    /// <summary>x, or a random slope * x below 0; the mean slope outside training.</summary>
    Rrelu,

    /// <summary>x, or alpha * (exp(x) - 1) below 0.</summary>
    Elu,

    /// <summary>max(x, 0) + min(alpha * (exp(x / alpha) - 1), 0).</summary>
    Celu,

    /// <summary>scale * elu(x) with fixed constants.</summary>
    Selu,

    /// <summary>x * Phi(x), by the error function.</summary>
    Gelu,

    /// <summary>x * Phi(x), by the tanh approximation.</summary>
    GeluTanh,

    /// <summary>x * sigmoid(x); also called swish.</summary>
    Silu,

    /// <summary>x * tanh(softplus(x)).</summary>
    Mish,

    /// <summary>1 / (1 + exp(-x)).</summary>
    Sigmoid,

    /// <summary>log(sigmoid(x)).</summary>
    LogSigmoid,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>log(1 + exp(x)).</summary>
    Softplus,

    /// <summary>x / (1 + |x|).</summary>
    Softsign,

    /// <summary>x moved towards 0 by lambda, 0 in between.</summary>
    Softshrink,

    /// <summary>x, or 0 between -lambda and lambda.</summary>
    Hardshrink,

    /// <summary>x - tanh(x).</summary>
    Tanhshrink,

    /// <summary>x above a threshold, else a constant.</summary>
    Threshold,

    /// <summary>x held between -1 and 1.</summary>
    Hardtanh,

    /// <summary>relu6(x + 3) / 6.</summary>
    Hardsigmoid,

    /// <summary>x * relu6(x + 3) / 6.</summary>
    Hardswish,
}
