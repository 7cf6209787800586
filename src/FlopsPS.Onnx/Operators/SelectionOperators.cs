using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators that make as many of something as data decide, see <see cref="DataCounts"/>.</summary>
internal sealed class SelectionOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("NonZero", new(InferNonZero, _ => Build.Movement("nonzero"))
        {
            InferCount = (call, count) => call.Output([call.Sizes(0).Length, count], ElementType.Int64),
        }),
        ("Compress", new(InferCompress, _ => Build.Movement("compress"), "x -") { InferCount = StateCompressed }),
        ("NonMaxSuppression", OfData(
            "how many boxes are kept", "compared", (call, count) => call.Output([count, 3], ElementType.Int64))),
        ("Unique", OfData("how many values differ", "sorted", StateUnique)),
        ("com.microsoft.Unique", OfData("how many values differ", "sorted", StateUnique)),
    ];

    // Given the number, the shapes behind it are known; the work still depends on data.
    private static Operator OfData(string what, string work, Action<Call, long> state)
    {
        return new(
            call => throw DataCounts.Unknown(call, what),
            call => Build.Uncounted(call, $"how much is {work} depends on data"),
            "x -*")
        {
            InferCount = state,
        };
    }

    // Values, or slices of an axis; the first place of each, for each element its value, and how often each is there.
    private static void StateUnique(Call call, long count)
    {
        long[] input = call.Sizes(0);
        int? axis = call.Attribute("axis")?.Whole is { } given ? Dims.Axis(given, input.Length) : null;
        call.Output(axis is null ? [count] : Dims.With(input, axis.Value, count));
        long[] inverse = [axis is null ? Dims.Product(input) : input[axis.Value]];
        long[][] others = call.Node.Domain.Length == 0 ? [[count], inverse, [count]] : [inverse, [count]];
        foreach (long[] sizes in others)
        {
            call.Output(sizes, ElementType.Int64);
        }
    }

    private static void InferNonZero(Call call)
    {
        long[] input = call.Sizes(0);
        Elements elements = call.Input(0).Elements
            ?? throw DataCounts.Unknown(call, "how many elements are not 0");
        double[] values = elements.Real;
        int[] found = [.. Enumerable.Range(0, values.Length).Where(i => values[i] != 0)];
        long[] strides = Places.Strides(input);
        long[] places =
            [.. input.SelectMany((size, axis) => found.Select(place => place / strides[axis] % size))];
        call.Output([input.Length, found.Length], ElementType.Int64, new(places));
    }

    private static void InferCompress(Call call)
    {
        Elements taken = call.Input(1).Elements ?? throw DataCounts.Unknown(call, "how many elements are taken");
        StateCompressed(call, taken.Whole.Count(take => take != 0));
    }

    private static void StateCompressed(Call call, long count)
    {
        long[] input = call.Sizes(0);
        call.Output(call.Attribute("axis") is null
            ? [count]
            : Dims.With(input, Dims.Axis(call.Whole("axis", 0), input.Length), count));
    }
}
