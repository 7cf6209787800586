using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Numbers;
using FlopsPS.Operations;
using static FlopsPS.Operations.ElementwiseFunction;

namespace FlopsPS.Conventions;

/// <summary>As exact, plus every other operation at one FLOP per arithmetic step.</summary>
internal sealed class FullConvention : OperationConvention
{
    // Steps per element. A step is one of + - * / and comparison (which min, max and abs are), exp, log, power, sqrt,
    // tanh, erf.
    private static readonly Dictionary<ElementwiseFunction, int> s_steps = new()
    {
        [Add] = 1,
        [Multiply] = 1,
        [Subtract] = 1,
        [Divide] = 1,
        [Modulo] = 1,
        [Power] = 1,
        [Sqrt] = 1,
        [Log] = 1,
        [Abs] = 1,
        [Negative] = 1,
        [Reciprocal] = 1,
        [Erf] = 1,
        [Trigonometric] = 1,
        [Round] = 1,
        [Compare] = 1,
        [Maximum] = 1,
        [Minimum] = 1,
        [Exp] = 1,
        [Relu] = 1,         // max
        [Relu6] = 2,        // max, min
        [LeakyRelu] = 2,    // compare, multiply
        [Prelu] = 2,        // compare, multiply
        [Rrelu] = 2,        // compare, multiply
        [Elu] = 4,          // compare, exp, subtract, multiply
        [Celu] = 7,         // max, divide, exp, subtract, multiply, min, add
        [Selu] = 5,         // elu, multiply
        [Gelu] = 5,         // divide by sqrt 2, erf, add, multiply, halve
        [GeluTanh] = 8,     // x^3, *0.044715, add x, *sqrt(2/pi), tanh, add 1, multiply, halve
        [Silu] = 5,         // sigmoid, multiply
        [Mish] = 5,         // softplus, tanh, multiply
        [Sigmoid] = 4,      // negate, exp, add, divide
        [LogSigmoid] = 5,   // sigmoid, log
        [Tanh] = 1,
        [Softplus] = 3,     // exp, add, log
        [Softsign] = 3,     // abs, add, divide
        [Softshrink] = 3,   // two compares, subtract
        [Hardshrink] = 2,   // two compares
        [Tanhshrink] = 2,   // tanh, subtract
        [Threshold] = 1,    // compare
        [Hardtanh] = 2,     // max, min
        [Hardsigmoid] = 4,  // add, max, min, divide
        [Hardswish] = 5,    // hardsigmoid, multiply
    };

    public FullConvention()
        : base("full", "As exact, plus every other operation at one FLOP per arithmetic step.")
    {
    }

    public override string Source => "one FLOP per + - * / comparison, exp, log, power, sqrt, tanh, erf";

    protected override IReadOnlyList<string> RuleLines { get; } =
    [
        "convolution, linear, matrix product: as exact",
        "batchnorm: 2 per element (subtract, divide), 1 more each for weight and bias, 2 per channel (add, root)",
        "layernorm, groupnorm, instancenorm: 5 per element, 1 more each for weight and bias, 2 per row (add, root)",
        "rmsnorm: 3 per element (square, mean, divide), 1 more for a weight, 2 per row (add, root)",
        "l2norm: 3 per element (square, sum, divide), 1 per row (root, maximum, less the first sum)",
        "localresponsenorm: size + 5 per element (square, size - 1 sums, times alpha, over size, add k, power, divide)",
        "max pool: window - 1 per output; average pool: window per output",
        "softmax, softmin: 5 per element, less 2 per row; logsoftmax: 5 per element, less 1 per row",
        "interpolation: 2 * taps - 1 per output; nearest 0",
        "sum: elements less sums",
        "add, multiply: 1 per element and further operand",
        .. s_steps.Keys.Skip(2).Select(f => $"{f.ToString().ToLowerInvariant()}: {s_steps[f]} per element"),
    ];

    protected override Price PriceOf(Contraction contraction, LayerCall layer, Facts facts) =>
        Price.Counted(Arithmetic.Macs(contraction, facts), Arithmetic.Flops(contraction, contraction.HasBias, facts));

    protected override Price PriceOf(Elementwise elementwise, Facts facts)
    {
        int steps = s_steps[elementwise.Function] * System.Math.Max(elementwise.Operands - 1, 1);
        return Steps(facts.Of(elementwise.Elements, "elements") * facts.Of(steps, "steps"));
    }

    protected override Price PriceOf(Normalization normalization, Facts facts)
    {
        (int perElement, int perRow) = normalization switch
        {
            { UsesStoredStatistics: true } => (2, 2),
            { Form: NormalizationForm.RmsNorm } => (3, 2),
            { Form: NormalizationForm.L2Norm } => (3, 1),
            _ => (5, 2),
        };
        perElement += (normalization.IsAffine ? 1 : 0) + (normalization.IsShifted ? 1 : 0);
        return Steps((facts.Of(normalization.Elements, "elements") * facts.Of(perElement, "steps"))
            + (facts.Of(normalization.Rows, "rows") * facts.Of(perRow, "steps")));
    }

    protected override Price PriceOf(LocalResponse response, Facts facts) =>
        Steps(facts.Of(response.Elements, "elements") * (facts.Of(response.Size, "window") + facts.Of(5, "steps")));

    protected override Price PriceOf(Pooling pooling, Facts facts)
    {
        Amount taps = facts.Of(pooling.Taps, "window elements");
        return Steps(pooling.Form == PoolingForm.Max ? taps - facts.Of(pooling.Outputs, "outputs") : taps);
    }

    protected override Price PriceOf(Softmax softmax, Facts facts)
    {
        // Maximum and sum take one step less than the row has elements; a logarithm is one step for all of the row.
        int saved = softmax.Form == SoftmaxForm.LogSoftmax ? 1 : 2;
        return Steps((facts.Of(softmax.Elements, "elements") * facts.Of(5, "steps"))
            - (facts.Of(softmax.Rows, "rows") * facts.Of(saved, "steps")));
    }

    protected override Price PriceOf(Interpolation interpolation, Facts facts) =>
        Steps(facts.Of(interpolation.Outputs, "outputs") * facts.Of(BlendSteps(interpolation.Taps), "steps"));

    protected override Price PriceOf(Reduction reduction, Facts facts) =>
        Steps(facts.Of(reduction.Inputs, "elements") - facts.Of(reduction.Outputs, "sums"));

    // One tap is a copy; more are weighted and summed.
    private static long BlendSteps(long taps) => taps == 1 ? 0 : (2 * taps) - 1;

    private static Price Steps(Amount flops) => Price.Counted(macs: 0, flops);
}
