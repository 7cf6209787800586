using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;

namespace FlopsPS.Onnx.Operators;

/// <summary>Fractions brought to whole numbers on a scale, and back.</summary>
internal sealed class QuantizationOperators : IOperatorFamily
{
    // Brevitas and QONNX, which train networks for few bits, write operators of their own.
    private static readonly string[] s_trainers =
        ["onnx.brevitas", "qonnx.custom_op.general", "finn.custom_op.general"];

    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("QuantizeLinear", Quantize()),
        ("com.microsoft.QuantizeLinear", Quantize()),
        ("DequantizeLinear", Dequantize()),
        ("com.microsoft.DequantizeLinear", Dequantize()),
        ("DynamicQuantizeLinear", new(InferDynamic, LowerDynamic)),
        .. s_trainers.SelectMany(domain => new[]
        {
            ($"{domain}.Quant", Round("#weight ?scale ?zero_point -")),
            ($"{domain}.IntQuant", Round("#weight ?scale ?zero_point -")),
            ($"{domain}.BipolarQuant", Round("#weight ?scale")),
            ($"{domain}.FloatQuant", Round("#weight ?scale -*")),
            ($"{domain}.Trunc", Round("#weight ?scale ?zero_point -*")),
        }),
    ];

    /// <summary>Marks the stored tensors of some inputs as scales and zero points: behind a weight they are lost from
    /// sight.</summary>
    public static void MarkScales(Call call, IEnumerable<int> indices)
    {
        foreach (Stored stored in indices.SelectMany(index => call.Find(index)?.Stored ?? []))
        {
            stored.IsScale = true;
        }
    }

    private static Operator Quantize() => new(
        call =>
        {
            MarkScales(call, [1, 2]);
            call.Output(call.Sizes(0), call.Find(2)?.Type ?? TypeOf(call, ElementType.UInt8));
        },
        call => Build.Elementwise(call, "quantize", ElementwiseFunction.Divide, operands: 2),
        "x ?scale ?zero_point");

    // To a scale and back: the numbers stay fractions.
    private static Operator Round(string slots) => new(
        call =>
        {
            MarkScales(call, Enumerable.Range(0, call.Inputs.Count).Where(index => call.Operator.Slots[index].IsScale));
            call.Output(call.Sizes(0));
        },
        call => Build.Elementwise(call, "quantize", ElementwiseFunction.Divide, operands: 2),
        slots);

    private static Operator Dequantize() => new(
        call =>
        {
            MarkScales(call, [1, 2]);
            foreach (Stored stored in call.Input(0).Stored)
            {
                stored.IsQuantized = true;
            }

            call.Output(call.Sizes(0), TypeOf(call, call.Input(1).Type));
        },
        call => Build.Elementwise(call, "dequantize", ElementwiseFunction.Multiply, operands: 2),
        "#weight ?scale ?zero_point");

    private static ElementType TypeOf(Call call, ElementType standard) =>
        call.Whole("output_dtype", 0) is > 0 and var type ? (ElementType)type : standard;

    // The scale comes of the least and the largest element.
    private static Layer LowerDynamic(Call call)
    {
        long elements = Build.OutputElements(call);
        long further = Math.Max(elements - 1, 0);
        return StatedKind.Layer(
            "quantize",
            new Elementwise(ElementwiseFunction.Minimum, further),
            new Elementwise(ElementwiseFunction.Maximum, further),
            new Elementwise(ElementwiseFunction.Divide, elements, operands: 2, "quantize"));
    }

    private static void InferDynamic(Call call)
    {
        call.Output(call.Sizes(0), ElementType.UInt8);
        call.Output([], ElementType.Single).IsScale = true;
        call.Output([], ElementType.UInt8);
    }
}
