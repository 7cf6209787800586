using System.Collections.Generic;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;

namespace FlopsPS.Onnx.Operators;

/// <summary>Fractions brought to whole numbers on a scale, and back.</summary>
internal sealed class QuantizationOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("QuantizeLinear", Quantize()),
        ("com.microsoft.QuantizeLinear", Quantize()),
        ("DequantizeLinear", Dequantize()),
        ("com.microsoft.DequantizeLinear", Dequantize()),
        ("DynamicQuantizeLinear", new(
            InferDynamic, call => Build.Elementwise(call, "quantize", ElementwiseFunction.Divide, operands: 2))),
    ];

    private static Operator Quantize() => new(
        call =>
        {
            Scales(call);
            call.Output(call.Sizes(0), call.Find(2)?.Type ?? ElementType.UInt8);
        },
        call => Build.Elementwise(call, "quantize", ElementwiseFunction.Divide, operands: 2),
        "x ?scale ?zero_point");

    private static Operator Dequantize() => new(
        call =>
        {
            Scales(call);
            foreach (Stored stored in call.Input(0).Stored)
            {
                stored.IsQuantized = true;
            }

            call.Output(call.Sizes(0), call.Input(1).Type);
        },
        call => Build.Elementwise(call, "dequantize", ElementwiseFunction.Multiply, operands: 2),
        "#weight ?scale ?zero_point");

    // Behind a weight its scale is lost from sight, so it is marked here.
    private static void Scales(Call call)
    {
        for (int i = 1; i < 3; i++)
        {
            foreach (Stored stored in call.Find(i)?.Stored ?? [])
            {
                stored.IsScale = true;
            }
        }
    }

    private static void InferDynamic(Call call)
    {
        call.Output(call.Sizes(0), ElementType.UInt8);
        call.Output([], ElementType.Single);
        call.Output([], ElementType.UInt8);
    }
}
