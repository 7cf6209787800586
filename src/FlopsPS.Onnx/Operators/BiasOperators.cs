using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators of ONNX Runtime that add a bias before, or after, they do something else.</summary>
internal sealed class BiasOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("com.microsoft.BiasAdd", new(Operator.Same, LowerSum, "x bias x")),
        ("com.microsoft.BiasDropout", new(InferDropped, LowerSum, "x bias x -*")),
        ("com.microsoft.BitmaskBiasDropout", new(InferMasked, LowerSum, "x bias x -*")),
        ("com.microsoft.BitmaskDropout", new(InferMasked, _ => Build.Kind("dropout"), "x -*")),
        ("com.microsoft.BiasSoftmax", new(Operator.Same, LowerSoftmax)),
        ("com.microsoft.BiasSplitGelu", new(InferSplit, LowerSplit, "x bias")),
    ];

    // All that is there, input 0 with a bias and what skipped some layers. Dropout does nothing at inference.
    private static Layer LowerSum(Call call) => Build.Elementwise(
        call, "add", ElementwiseFunction.Add, call.Inputs.Take(3).Count(input => input is not null));

    private static void InferDropped(Call call)
    {
        call.Output(call.Sizes(0));
        call.Output(call.Sizes(0), ElementType.Boolean);
    }

    // 32 elements of the mask are a word.
    private static void InferMasked(Call call)
    {
        call.Output(call.Sizes(0));
        call.Output([(Dims.Product(call.Sizes(0)) + 31) / 32], ElementType.UInt32);
    }

    private static Layer LowerSoftmax(Call call)
    {
        long[] sizes = call.Sizes(0, least: 1);
        int axis = Dims.Axis(call.Whole("axis", 1), sizes.Length);
        return StatedKind.Layer(
            "softmax",
            new Elementwise(ElementwiseFunction.Add, Dims.Product(sizes), operands: 2),
            new Softmax(Dims.Product(sizes.Take(axis)), Dims.Product(sizes.Skip(axis))));
    }

    private static void InferSplit(Call call)
    {
        long[] input = call.Sizes(0, least: 1);
        call.Output(Dims.With(input, input.Length - 1, input[input.Length - 1] / 2));
    }

    // The first half of the features times a GELU of the second.
    private static Layer LowerSplit(Call call)
    {
        long outputs = Build.OutputElements(call);
        return StatedKind.Layer(
            "geglu",
            new Elementwise(ElementwiseFunction.Add, 2 * outputs, operands: 2),
            new Elementwise(ElementwiseFunction.Gelu, outputs),
            new Elementwise(ElementwiseFunction.Multiply, outputs, operands: 2));
    }
}
