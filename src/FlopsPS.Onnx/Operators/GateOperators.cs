using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using static FlopsPS.Operations.ElementwiseFunction;

namespace FlopsPS.Onnx.Operators;

/// <summary>The gates and the normalisation that ONNX Runtime has around linear attention.</summary>
internal sealed class GateOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("com.microsoft.LinearAttentionGate", new(InferGate, LowerGate, "x weight weight x")),
        ("com.microsoft.GatedRMSNorm", new(Operator.Same, LowerGatedNorm, "x weight x")),
        ("com.microsoft.GatedAdd", new(Operator.Same, LowerGatedAdd)),
    ];

    // The decay and, where its input is there, the update rate.
    private static void InferGate(Call call)
    {
        call.Output(call.Sizes(0));
        if (call.Has(3))
        {
            call.Output(call.Sizes(3));
        }
    }

    private static Layer LowerGate(Call call)
    {
        long decays = Build.OutputElements(call);
        return StatedKind.Layer(
            "lineargate",
            new Elementwise(Add, decays, operands: 2),
            new Elementwise(Softplus, decays),
            new Elementwise(Multiply, decays, operands: 2),
            new Elementwise(Sigmoid, call.Has(3) ? Dims.Product(call.Sizes(3)) : 0));
    }

    // Rows as long as the scale, times a SiLU of the gate.
    private static Layer LowerGatedNorm(Call call)
    {
        long elements = Build.OutputElements(call);
        long length = Dims.Product(call.Sizes(1));
        return StatedKind.Layer(
            "rmsnorm",
            new Normalization(
                NormalizationForm.RmsNorm,
                elements,
                Build.Rows(elements, length),
                isAffine: true,
                usesStoredStatistics: false,
                isShifted: false),
            new Elementwise(Silu, elements),
            new Elementwise(Multiply, elements, operands: 2));
    }

    private static Layer LowerGatedAdd(Call call) => StatedKind.Layer(
        "add",
        new Elementwise(Multiply, Build.OutputElements(call), operands: 2),
        new Elementwise(Add, Build.OutputElements(call), operands: 2));
}
