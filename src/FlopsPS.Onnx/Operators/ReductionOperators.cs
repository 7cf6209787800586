using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using static FlopsPS.Operations.ElementwiseFunction;

namespace FlopsPS.Onnx.Operators;

/// <summary>What brings the elements along some axes to one, and what goes through them in order.</summary>
internal sealed class ReductionOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("ReduceSum", Reduce(
            "sum",
            (inputs, outputs) => [new Reduction(inputs, outputs)],
            values => values.Sum(),
            values => values.Sum())),
        ("ReduceMean", Reduce("mean", (inputs, outputs) =>
            [new Reduction(inputs, outputs), new Elementwise(Divide, outputs)], real: values => values.Average())),
        ("com.microsoft.QLinearReduceMean", Reduce(
            "mean",
            (inputs, outputs) => [new Reduction(inputs, outputs), new Elementwise(Divide, outputs)],
            slots: "x ?scale ?zero_point ?scale ?zero_point")),
        ("ReduceProd", Reduce(
            "product",
            (inputs, outputs) => [new Elementwise(Multiply, Further(inputs, outputs), operands: 2)],
            values => values.Aggregate(1L, (product, value) => product * value),
            values => values.Aggregate(1.0, (product, value) => product * value))),
        ("ReduceMax", Reduce(
            "max",
            (inputs, outputs) => [new Elementwise(Maximum, Further(inputs, outputs))],
            values => values.Max(),
            values => values.Max())),
        ("ReduceMin", Reduce(
            "min",
            (inputs, outputs) => [new Elementwise(Minimum, Further(inputs, outputs))],
            values => values.Min(),
            values => values.Min())),
        ("ReduceL1", Reduce("l1", (inputs, outputs) => [new Elementwise(Abs, inputs), new Reduction(inputs, outputs)])),
        ("ReduceL2", Reduce("l2", (inputs, outputs) =>
            [new Elementwise(Multiply, inputs), new Reduction(inputs, outputs), new Elementwise(Sqrt, outputs)])),
        ("ReduceSumSquare", Reduce("sumsquare", (inputs, outputs) =>
            [new Elementwise(Multiply, inputs), new Reduction(inputs, outputs)])),
        ("ReduceLogSum", Reduce("logsum", (inputs, outputs) =>
            [new Reduction(inputs, outputs), new Elementwise(Log, outputs)])),
        ("ReduceLogSumExp", Reduce("logsumexp", (inputs, outputs) =>
            [new Elementwise(Exp, inputs), new Reduction(inputs, outputs), new Elementwise(Log, outputs)])),
        ("ArgMax", Arg()),
        ("ArgMin", Arg()),
        ("CumSum", Cumulate("cumsum", Add)),
        ("CumProd", Cumulate("cumprod", Multiply)),
        ("TopK", new(InferTop, call => StatedKind.Layer("topk", new Elementwise(Compare, Inputs(call))), "x -")),
    ];

    private static long Inputs(Call call) => Dims.Product(call.Sizes(0));

    private static long Further(long inputs, long outputs) => Math.Max(inputs - outputs, 0);

    private static Operator Cumulate(string kind, ElementwiseFunction function) =>
        new(Operator.Same, call => Build.Elementwise(call, kind, function, operands: 2), "x -");

    private static Operator Reduce(
        string kind,
        Func<long, long, Operation[]> operations,
        Func<IEnumerable<long>, long>? whole = null,
        Func<IEnumerable<double>, double>? real = null,
        string slots = "x -")
    {
        return new(
            call => Infer(call, whole, real),
            call => StatedKind.Layer(kind, operations(Inputs(call), Build.OutputElements(call))),
            slots);
    }

    private static void Infer(
        Call call, Func<IEnumerable<long>, long>? whole, Func<IEnumerable<double>, double>? real)
    {
        long[] input = call.Sizes(0);
        long[]? given = call.Operator.Slots[1].IsIgnored ? call.List(1, "axes") : call.List("axes");
        bool isNone = given is not { Length: > 0 };
        bool isAll = isNone && call.Whole("noop_with_empty_axes", 0) == 0;
        HashSet<int> axes = isAll ? [.. Enumerable.Range(0, input.Length)]
            : [.. (given ?? []).Select(axis => Dims.Axis(axis, input.Length))];
        bool keeps = call.Whole("keepdims", 1) != 0;
        long[] reduced = [.. input.Select((size, axis) => axes.Contains(axis) ? 1 : size)];
        long[] output = [.. reduced.Where((_, axis) => keeps || !axes.Contains(axis))];
        call.Output(output, Folding.Groups(call, () => Places.Stretched(reduced, input), whole, real));
    }

    private static Operator Arg() => new(
        call =>
        {
            long[] input = call.Sizes(0, least: 1);
            int axis = Dims.Axis(call.Whole("axis", 0), input.Length);
            call.Output(
                call.Whole("keepdims", 1) != 0
                    ? Dims.With(input, axis, 1)
                    : [.. input.Where((_, i) => i != axis)],
                ElementType.Int64);
        },
        call => StatedKind.Layer("argmax", new Elementwise(Compare, Inputs(call))));

    private static void InferTop(Call call)
    {
        long[] input = call.Sizes(0, least: 1);
        long count = call.Has(1) ? call.Wholes(1).FirstOrDefault() : call.Whole("k");
        int axis = Dims.Axis(call.Whole("axis", -1), input.Length);
        if (count < 0 || count > input[axis])
        {
            throw Call.Mismatch($"{count} of {input[axis]} elements cannot be taken");
        }

        call.Output(Dims.With(input, axis, count));
        call.Output(Dims.With(input, axis, count), ElementType.Int64);
    }
}
