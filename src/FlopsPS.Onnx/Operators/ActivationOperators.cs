using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using static FlopsPS.Operations.ElementwiseFunction;

namespace FlopsPS.Onnx.Operators;

/// <summary>Functions of each element that are layers, and softmaxes.</summary>
internal sealed class ActivationOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        .. Kinds(
            ("Relu", "relu"),
            ("LeakyRelu", "leakyrelu"),
            ("Elu", "elu"),
            ("Celu", "celu"),
            ("Selu", "selu"),
            ("Sigmoid", "sigmoid"),
            ("Tanh", "tanh"),
            ("Softplus", "softplus"),
            ("Softsign", "softsign"),
            ("HardSigmoid", "hardsigmoid"),
            ("HardSwish", "hardswish"),
            ("Mish", "mish"),
            ("Swish", "silu"),
            ("com.microsoft.QuickGelu", "silu")),
        ("ThresholdedRelu", new(Operator.Same, call => Build.Elementwise(call, "threshold", Threshold))),
        ("Shrink", new(Operator.Same, call => Build.Elementwise(call, "softshrink", Softshrink))),
        ("Clip", new(Operator.Same, LowerClip, "x -*")),
        ("PRelu", new(Operator.Same, call => Build.Elementwise(call, "prelu", Prelu), "x weight")),
        ("SwiGLU", new(Operator.Same, LowerSwiGlu)),
        ("Gelu", new(Operator.Same, LowerGelu)),
        ("com.microsoft.Gelu", new(Operator.Same, _ => Build.Kind("gelu"))),
        ("com.microsoft.FastGelu", new(Operator.Same, LowerBiasGelu, "x bias")),
        ("com.microsoft.BiasGelu", new(Operator.Same, LowerBiasGelu, "x bias")),
        ("Softmax", new(Operator.Same, call => LowerSoftmax(call, SoftmaxForm.Softmax))),
        ("LogSoftmax", new(Operator.Same, call => LowerSoftmax(call, SoftmaxForm.LogSoftmax))),
        ("Hardmax", new(Operator.Same, call => Build.Elementwise(call, "hardmax", Compare))),
    ];

    /// <summary>Whether a Clip holds its input between 0 and 6.</summary>
    public static bool IsRelu6(Call clip) => Limit(clip, 1, "min") == 0 && Limit(clip, 2, "max") == 6;

    /// <summary>A softmax, or one of its relatives. Until version 12 all axes from the one that is named on were one.
    /// </summary>
    public static Layer LowerSoftmax(Call call, SoftmaxForm form, long? version = null)
    {
        bool takesOne = (version ?? call.Version) >= 13;
        long[] sizes = call.Sizes(0);
        if (sizes.Length == 0)
        {
            return StatedKind.Layer(form.ToString().ToLowerInvariant(), new Softmax(1, 1, form));
        }

        int axis = Dims.Axis(call.Whole("axis", takesOne ? -1 : 1), sizes.Length);
        if (takesOne || axis == sizes.Length - 1)
        {
            return Build.Kind(form.ToString().ToLowerInvariant(), ("axis", (long)axis));
        }

        return StatedKind.Layer(
            form.ToString().ToLowerInvariant(),
            new Softmax(
                Dims.Product(sizes.Take(axis)),
                Dims.Product(sizes.Skip(axis)),
                form));
    }

    private static IEnumerable<(string Name, Operator Operator)> Kinds(params (string Name, string Kind)[] kinds) =>
        Array.ConvertAll(kinds, pair => (pair.Name, new Operator(Operator.Same, _ => Build.Kind(pair.Kind))));

    // The limits were attributes once, and are inputs since version 11; behind a convolution they are its parameters.
    private static Layer LowerClip(Call call)
    {
        double? least = Limit(call, 1, "min");
        double? most = Limit(call, 2, "max");
        return IsRelu6(call) ? Build.Kind("relu6")
            : least is not null && most is not null ? Build.Kind("hardtanh")
            : least is null && most is null ? Build.Kind("identity")
            : Build.Elementwise(call, "clip", least is null ? Minimum : Maximum);
    }

    private static double? Limit(Call call, int index, string name) =>
        call.Find(index) is { } value ? value.Elements is { Count: > 0 } elements ? elements.Real[0] : 0
        : call.Attribute(name)?.Real
            ?? call.Attribute("activation_params")?.Reals.Skip(index - 1).Cast<double?>().FirstOrDefault();

    private static Layer LowerSwiGlu(Call call)
    {
        long elements = Build.OutputElements(call);
        return StatedKind.Layer(
            "swiglu", new Elementwise(Silu, elements), new Elementwise(Multiply, elements, operands: 2));
    }

    private static Layer LowerGelu(Call call) => Build.Kind("gelu", ("approximate", call.Text("approximate", "none")));

    private static Layer LowerBiasGelu(Call call)
    {
        ElementwiseFunction function = call.Node.Operator == "FastGelu" ? GeluTanh : Gelu;
        var gelu = new Elementwise(function, Build.OutputElements(call));
        return call.Has(1)
            ? StatedKind.Layer("gelu", new Elementwise(Add, Build.OutputElements(call), operands: 2), gelu)
            : StatedKind.Layer("gelu", gelu);
    }
}
