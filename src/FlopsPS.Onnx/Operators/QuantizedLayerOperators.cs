using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators of ONNX Runtime that work on whole numbers, each tensor with its scale and zero point behind it;
/// those of convolutions, products and pools are with their like.</summary>
internal sealed class QuantizedLayerOperators : IOperatorFamily
{
    private const string Pair = "x ?scale ?zero_point #weight ?scale ?zero_point ?scale ?zero_point";
    private const string Alone = "x ?scale ?zero_point ?scale ?zero_point";

    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("com.microsoft.QLinearAdd", Join("add", ElementwiseFunction.Add)),
        ("com.microsoft.QLinearMul", Join("multiply", ElementwiseFunction.Multiply)),
        ("com.microsoft.QLinearSigmoid", Each("sigmoid")),
        ("com.microsoft.QLinearLeakyRelu", Each("leakyrelu")),
        ("com.microsoft.QLinearSoftmax", new(
            Operator.Same,
            call => ActivationOperators.LowerSoftmax(call, SoftmaxForm.Softmax, call.Whole("opset", call.Version)),
            Alone)),
        ("com.microsoft.QLinearWhere", new(
            call => call.Output(
                Dims.Broadcast([call.Sizes(0), call.Sizes(1), call.Sizes(4)]), call.Input(1).Type),
            _ => Build.Movement("where"),
            "- x ?scale ?zero_point x ?scale ?zero_point ?scale ?zero_point")),
        ("com.microsoft.QLinearConcat", new(InferConcat, _ => Build.Movement("concat"), "?scale ?zero_point x*")),
        ("com.microsoft.GatherBlockQuantized", new(
            InferGather, _ => Build.Movement("embedding"), "#weight - ?scale ?zero_point")),
    ];

    private static Operator Each(string kind) =>
        new(Operator.Same, _ => Build.Kind(kind), Alone);

    private static Operator Join(string kind, ElementwiseFunction function) => new(
        call => call.Output(Dims.Broadcast(call.Sizes(0), call.Sizes(3))),
        call => Build.Elementwise(call, kind, function, operands: 2),
        Pair);

    // Inputs: scale and zero point of the output, then each tensor with its own.
    private static void InferConcat(Call call)
    {
        long[] first = call.Sizes(2, least: 1);
        int axis = Dims.Axis(call.Whole("axis"), first.Length);
        IEnumerable<long[]> parts =
            Enumerable.Range(0, (call.Inputs.Count - 2) / 3).Select(i => call.Sizes(2 + (3 * i)));
        QuantizationOperators.MarkScales(
            call, Enumerable.Range(2, call.Inputs.Count).Where(index => (index - 2) % 3 > 0));
        call.Output(
            Dims.With(first, axis, parts.Sum(sizes => sizes.Length == first.Length
                ? sizes[axis]
                : throw Call.Mismatch($"{Dims.Text(first)} and {Dims.Text(sizes)} cannot be concatenated"))),
            call.Input(2).Type);
    }

    // Rows of a table of which a byte holds two numbers.
    private static void InferGather(Call call)
    {
        long[] table = (long[])call.Sizes(0, least: 2).Clone();
        long bits = call.Whole("bits", 4);
        if (call.Input(0).Type == ElementType.UInt8 && bits is 2 or 4)
        {
            table[table.Length - 1] *= 8 / bits;
        }

        foreach (Stored stored in call.Input(0).Stored)
        {
            stored.Unpack(Dims.Product(table), bits);
        }

        int axis = Dims.Axis(call.Whole("gather_axis", 0), table.Length);
        call.Output([.. table.Take(axis), .. call.Sizes(1), .. table.Skip(axis + 1)], call.Input(2).Type);
    }
}
