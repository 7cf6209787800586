using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using static FlopsPS.Operations.ElementwiseFunction;

namespace FlopsPS.Onnx.Operators;

/// <summary>Arithmetic, element by element. On small constants it is done, for shapes are computed with it.</summary>
internal sealed class ArithmeticOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("Add", Join("add", Add, (a, b) => a + b, (a, b) => a + b)),
        ("Sum", Join("add", Add, (a, b) => a + b, (a, b) => a + b)),
        ("Mean", new(call => InferJoin(call, null, (_, _) => double.NaN), LowerMean)),
        ("Mul", Join("multiply", Multiply, (a, b) => a * b, (a, b) => a * b, MarkScale)),
        ("Sub", Join("subtract", Subtract, (a, b) => a - b, (a, b) => a - b)),
        ("Div", Join("divide", Divide, (a, b) => a / b, (a, b) => a / b)),
        ("Mod", Join("modulo", Modulo, (a, b) => ((a % b) + b) % b, (a, b) => a % b)),
        ("Pow", Join("power", Power, null, Math.Pow)),
        ("Min", Join("minimum", Minimum, Math.Min, Math.Min)),
        ("Max", Join("maximum", Maximum, Math.Max, Math.Max)),
        ("Abs", Each("abs", Abs, Math.Abs, Math.Abs)),
        ("Neg", Each("negative", Negative, value => -value, value => -value)),
        ("Sign", Each("sign", Compare, value => Math.Sign(value), value => value > 0 ? 1 : value < 0 ? -1 : value)),
        ("Floor", Each("floor", Round, value => value, Math.Floor)),
        ("Ceil", Each("ceil", Round, value => value, Math.Ceiling)),
        ("Round", Each("round", Round, value => value, value => Math.Round(value, MidpointRounding.ToEven))),
        ("Sqrt", Each("sqrt", Sqrt, null, Math.Sqrt)),
        ("Reciprocal", Each("reciprocal", Reciprocal, null, value => 1 / value)),
        ("Exp", Each("exp", Exp, null, Math.Exp)),
        ("Log", Each("log", Log, null, Math.Log)),
        ("Erf", Each("erf", Erf, null, null)),
        .. new[] { "Sin", "Cos", "Tan", "Asin", "Acos", "Atan", "Sinh", "Cosh", "Asinh", "Acosh", "Atanh" }
            .Select(name => (name, Each(name.ToLowerInvariant(), Trigonometric, null, null))),
    ];

    private static Operator Join(
        string kind,
        ElementwiseFunction function,
        Func<long, long, long>? whole,
        Func<double, double, double> real,
        Action<Call>? mark = null)
    {
        return new(
            call =>
            {
                InferJoin(call, whole, real);
                mark?.Invoke(call);
            },
            call => LowerJoin(call, kind, function));
    }

    // The scale of the input times that of the weight is the scale of their product.
    private static void MarkScale(Call call)
    {
        if (call.Inputs.Any(input => input!.IsScale))
        {
            QuantizationOperators.MarkScales(call, [0, 1]);
            call.Outputs[0].IsScale = true;
        }
    }

    private static Operator Each(
        string kind, ElementwiseFunction function, Func<long, long>? whole, Func<double, double>? real)
    {
        return new(
            call => call.Output(call.Sizes(0), Folding.Each(call, whole, real)),
            call => Build.Elementwise(call, kind, function));
    }

    private static void InferJoin(Call call, Func<long, long, long>? whole, Func<double, double, double> real)
    {
        long[] sizes = Dims.Broadcast([call.Sizes(0), .. call.Inputs.Skip(1).Select((_, i) => call.Aligned(i + 1))]);
        call.Output(sizes, Folding.Join(call, sizes, whole, real));
    }

    private static Layer LowerMean(Call call)
    {
        long elements = Build.OutputElements(call);
        return StatedKind.Layer(
            "mean", new Elementwise(Add, elements, call.Inputs.Count), new Elementwise(Divide, elements));
    }

    private static Layer LowerJoin(Call call, string kind, ElementwiseFunction function)
    {
        int operands = Math.Max(call.Inputs.Count, 1);
        return operands > 1 && kind is "add" or "multiply" && call.Inputs.All(input => input is { IsConstant: false })
            ? Build.Kind(kind)
            : Build.Elementwise(call, kind, function, operands);
    }
}
