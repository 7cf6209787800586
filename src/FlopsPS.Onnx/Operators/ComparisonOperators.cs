using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;

namespace FlopsPS.Onnx.Operators;

/// <summary>Comparisons, logic, and the choice between two values.</summary>
internal sealed class ComparisonOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("Equal", Compare((a, b) => a == b, (a, b) => a == b)),
        ("Less", Compare((a, b) => a < b, (a, b) => a < b)),
        ("LessOrEqual", Compare((a, b) => a <= b, (a, b) => a <= b)),
        ("Greater", Compare((a, b) => a > b, (a, b) => a > b)),
        ("GreaterOrEqual", Compare((a, b) => a >= b, (a, b) => a >= b)),
        ("And", Logic((a, b) => a != 0 && b != 0)),
        ("Or", Logic((a, b) => a != 0 || b != 0)),
        ("Xor", Logic((a, b) => a != 0 != (b != 0))),
        .. new[] { "BitwiseAnd", "BitwiseOr", "BitwiseXor", "BitShift" }.Select(name => (name, Bits())),
        ("BitwiseNot", new(Operator.Same, _ => Build.Movement("bitwisenot"))),
        ("Not", Test(value => value == 0 ? 1 : 0)),
        ("IsNaN", Test(null)),
        ("IsInf", Test(null)),
        ("Where", new(InferWhere, _ => Build.Movement("where"), "- x x")),
    ];

    private static Operator Compare(Func<long, long, bool> whole, Func<double, double, bool> real)
    {
        return new(
            call => Infer(call, (a, b) => whole(a, b) ? 1 : 0, (a, b) => real(a, b) ? 1 : 0),
            call => Build.Elementwise(call, "compare", ElementwiseFunction.Compare, operands: 2));
    }

    private static Operator Logic(Func<long, long, bool> whole)
    {
        return new(
            call => Infer(call, (a, b) => whole(a, b) ? 1 : 0, (_, _) => 0),
            call => Build.Movement(call.Node.Operator.ToLowerInvariant()));
    }

    private static Operator Bits() => new(
        call => call.Output(Dims.Broadcast(call.Sizes(0), call.Sizes(1))),
        call => Build.Movement(call.Node.Operator.ToLowerInvariant()));

    private static Operator Test(Func<long, long>? whole) => new(
        call => call.Output(call.Sizes(0), ElementType.Boolean, Folding.Each(call, whole, null)),
        call => Build.Movement(call.Node.Operator.ToLowerInvariant()));

    private static void Infer(Call call, Func<long, long, long> whole, Func<double, double, double> real)
    {
        long[] sizes = Dims.Broadcast(call.Sizes(0), call.Aligned(1));
        Elements? folded = Folding.Join(call, sizes, whole, real);
        call.Output(sizes, ElementType.Boolean, folded is null ? null : new(folded.Whole));
    }

    private static void InferWhere(Call call)
    {
        long[] sizes = Dims.Broadcast([call.Sizes(0), call.Sizes(1), call.Sizes(2)]);
        call.Output(sizes, call.Input(1).Type, Choose(call, sizes));
    }

    private static Elements? Choose(Call call, long[] sizes)
    {
        if (call.Inputs.Any(input => input?.Elements is null) || !Elements.AreFew(sizes))
        {
            return null;
        }

        Elements[] inputs =
            [.. call.Inputs.Select((input, i) => input!.Elements!.Pick(Places.Stretched(call.Sizes(i), sizes)))];
        long[] condition = inputs[0].Whole;
        return inputs[1].IsReal
            ? new(Choose(condition, inputs[1].Real, inputs[2].Real))
            : new(Choose(condition, inputs[1].Whole, inputs[2].Whole));
    }

    private static T[] Choose<T>(long[] condition, T[] one, T[] other)
    {
        T[] chosen = new T[condition.Length];
        for (int i = 0; i < chosen.Length; i++)
        {
            chosen[i] = condition[i] != 0 ? one[i] : other[i];
        }

        return chosen;
    }
}
