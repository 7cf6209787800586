using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators that ONNX had on trial until version 9 and withdrew; exports of that time still have them, and
/// ONNX Runtime runs them.</summary>
internal sealed class WithdrawnOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("ImageScaler", new(Operator.Same, LowerAffine) { StoredAttributes = [("bias", "~running_mean")] }),
        ("Affine", new(Operator.Same, LowerAffine)),
        ("ScaledTanh", new(Operator.Same, call => LowerScaled(call, ElementwiseFunction.Tanh))),
        ("ParametricSoftplus", new(Operator.Same, call => LowerScaled(call, ElementwiseFunction.Softplus))),
        ("Crop", new(InferCrop, _ => Build.Movement("slice"))),
    ];

    private static Operation Each(Call call, ElementwiseFunction function) =>
        new Elementwise(function, Build.OutputElements(call));

    private static Layer LowerAffine(Call call) => StatedKind.Layer(
        "affine", Each(call, ElementwiseFunction.Multiply), Each(call, ElementwiseFunction.Add));

    // alpha * f(beta * x)
    private static Layer LowerScaled(Call call, ElementwiseFunction function) => StatedKind.Layer(
        function.ToString().ToLowerInvariant(),
        Each(call, ElementwiseFunction.Multiply),
        Each(call, function),
        Each(call, ElementwiseFunction.Multiply));

    // The border is left, top, right, bottom; of a scale, height and width, right and bottom are what is left.
    private static void InferCrop(Call call)
    {
        long[] input = call.Sizes(0, least: 4);
        long[] border = call.List("border") ?? [];
        if (border.Length != 4 || input.Length != 4)
        {
            throw Call.Mismatch($"a border of {border.Length} sizes cannot be cut from {Dims.Text(input)}");
        }

        call.Output(call.List("scale") is { Length: 2 } scale
            ? [input[0], input[1], scale[0], scale[1]]
            : [input[0], input[1], input[2] - border[1] - border[3], input[3] - border[0] - border[2]]);
    }
}
