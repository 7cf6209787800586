using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using FlopsPS.Layers;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>
/// Activations written out in primitive steps. Each is first shown to be the function of torch's documentation, then
/// its steps are counted, on the longest of its branches.
/// </summary>
public class ActivationOracleTests
{
    private static readonly double[] s_points = [-4.5, -2, -0.4, -0.1, 0.1, 0.4, 2, 4.5];

    private static readonly Dictionary<string, Activation> s_activations = new()
    {
        ["relu"] = new((s, x) => s.Max(x, 0), x => x > 0 ? x : 0),
        ["relu6"] = new((s, x) => s.Min(s.Max(x, 0), 6), x => Math.Clamp(x, 0, 6)),
        ["leakyrelu"] = new((s, x) => s.IsAbove(x, 0) ? x : s.Multiply(x, 0.01), x => x > 0 ? x : 0.01 * x),
        ["prelu"] = new((s, x) => s.IsAbove(x, 0) ? x : s.Multiply(x, 0.25), x => x > 0 ? x : 0.25 * x),
        ["rrelu"] = new((s, x) => s.IsAbove(x, 0) ? x : s.Multiply(x, 11 / 48d), x => x > 0 ? x : 11 / 48d * x),
        ["elu"] = new(Elu, x => x > 0 ? x : Math.Exp(x) - 1),
        ["celu"] = new(Celu, x => Math.Max(0, x) + Math.Min(0, 2 * (Math.Exp(x / 2) - 1))),
        ["selu"] = new((s, x) => s.Multiply(1.05, Elu(s, x)), x => 1.05 * (x > 0 ? x : Math.Exp(x) - 1)),
        ["gelu"] = new(Gelu, x => x * (1 + Stepper.ErrorFunction(x / Math.Sqrt(2))) / 2),
        ["gelu tanh"] = new(
            GeluTanh,
            x => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))))),
        ["silu"] = new((s, x) => s.Multiply(x, s.Sigmoid(x)), x => x / (1 + Math.Exp(-x))),
        ["mish"] = new((s, x) => s.Multiply(x, s.Tanh(Softplus(s, x))), x => x * Math.Tanh(Math.Log(1 + Math.Exp(x)))),
        ["sigmoid"] = new((s, x) => s.Sigmoid(x), x => 1 / (1 + Math.Exp(-x))),
        ["logsigmoid"] = new((s, x) => s.Log(s.Sigmoid(x)), x => -Math.Log(1 + Math.Exp(-x))),
        ["tanh"] = new((s, x) => s.Tanh(x), x => (Math.Exp(2 * x) - 1) / (Math.Exp(2 * x) + 1)),
        ["softplus"] = new(Softplus, x => Math.Log(1 + Math.Exp(x))),
        ["softsign"] = new((s, x) => s.Divide(x, s.Add(1, s.Abs(x))), x => x / (1 + Math.Abs(x))),
        ["softshrink"] = new(Softshrink, x => Math.Sign(x) * Math.Max(Math.Abs(x) - 0.5, 0)),
        ["hardshrink"] = new(
            (s, x) => s.IsAbove(x, 0.5) ? x : s.IsAbove(-0.5, x) ? x : 0, x => Math.Abs(x) > 0.5 ? x : 0),
        ["tanhshrink"] = new((s, x) => s.Subtract(x, s.Tanh(x)), x => x - Math.Tanh(x)),
        ["threshold"] = new((s, x) => s.IsAbove(x, 0.3) ? x : 7, x => x > 0.3 ? x : 7),
        ["hardtanh"] = new((s, x) => s.Min(s.Max(x, -1), 1), x => Math.Clamp(x, -1, 1)),
        ["hardsigmoid"] = new(Hardsigmoid, x => Math.Clamp((x / 6) + 0.5, 0, 1)),
        ["hardswish"] = new((s, x) => s.Multiply(x, Hardsigmoid(s, x)), x => x * Math.Clamp((x / 6) + 0.5, 0, 1)),
    };

    public static TheoryData<string> Names => [.. s_activations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_steps_compute_the_function(string name)
    {
        Activation activation = s_activations[name];

        Assert.All(s_points, x =>
            Assert.Equal(activation.Definition(x), activation.InSteps(new Stepper(new Tally()), x), precision: 9));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Full_counts_the_steps_of_every_element(string name) => Gen.Int[1, 5].Array[1, 5].Sample(
        size =>
        {
            double longest = s_points.MaxBy(x => Steps(s_activations[name], x).Total);
            var tally = new Tally();
            foreach (int[] element in Loops.Over(size))
            {
                s_activations[name].InSteps(new Stepper(tally), longest);
            }

            if (name == "prelu")
            {
                tally.Weigh();
            }

            OracleAssert.Full(tally, Nets.Of(ToLayer(name), new TensorShape(size.Select(axis => (long)axis))));
        },
        iter: 50);

    [Fact]
    public void Every_activation_of_the_catalogue_is_checked()
    {
        IEnumerable<string> kinds = LayerCatalog.Kinds.Where(kind => kind is ActivationKind).Select(kind => kind.Name);

        Assert.Empty(kinds.Except(s_activations.Keys));
    }

    [Fact]
    public void A_slope_per_channel_is_a_weight_per_channel() => Assert.Equal(
        12, Nets.Cost(Nets.Of(Nets.Layer("prelu", ("num_parameters", "channels")), Nets.Shape(2, 12, 4))).Parameters);

    private static Layer ToLayer(string name) =>
        name == "gelu tanh" ? Nets.Layer("gelu", ("approximate", "tanh")) : Nets.Layer(name);

    private static Tally Steps(Activation activation, double x)
    {
        var tally = new Tally();
        activation.InSteps(new Stepper(tally), x);
        return tally;
    }

    private static double Softplus(Stepper s, double x) => s.Log(s.Add(1, s.Exp(x)));

    private static double Elu(Stepper s, double x) =>
        s.IsAbove(x, 0) ? x : s.Multiply(1, s.Subtract(s.Exp(x), 1));

    private static double Celu(Stepper s, double x) =>
        s.Add(s.Max(0, x), s.Min(0, s.Multiply(2, s.Subtract(s.Exp(s.Divide(x, 2)), 1))));

    private static double Gelu(Stepper s, double x) =>
        s.Divide(s.Multiply(x, s.Add(1, s.Erf(s.Divide(x, Math.Sqrt(2))))), 2);

    private static double GeluTanh(Stepper s, double x)
    {
        double inner = s.Multiply(Math.Sqrt(2 / Math.PI), s.Add(x, s.Multiply(0.044715, s.Power(x, 3))));
        return s.Divide(s.Multiply(x, s.Add(1, s.Tanh(inner))), 2);
    }

    private static double Softshrink(Stepper s, double x) =>
        s.IsAbove(x, 0.5) ? s.Subtract(x, 0.5) : s.IsAbove(-0.5, x) ? s.Add(x, 0.5) : 0;

    private static double Hardsigmoid(Stepper s, double x) => s.Divide(s.Min(s.Max(s.Add(x, 3), 0), 6), 6);

    private sealed record Activation(Func<Stepper, double, double> InSteps, Func<double, double> Definition);
}
