using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Sequences of tensors, into which exporters put what a program keeps in a list, and what may be missing.
/// </summary>
internal sealed class SequenceOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("SequenceEmpty", Move(call => call.Hand(Value.Sequence([])))),
        ("SequenceConstruct", Move(call =>
            call.Hand(Value.Sequence([.. call.Inputs.Select((_, i) => call.Input(i))])))),
        ("SequenceInsert", Move(InferInsert)),
        ("SequenceErase", Move(InferErase)),
        ("SequenceAt", Move(call => call.Hand(Items(call)[Place(call, 1)]))),
        ("SequenceLength", Move(call =>
            call.Output([], ElementType.Int64, new([(long)Items(call).Count])).IsConstant = true)),
        ("ConcatFromSequence", Move(InferConcat)),
        ("SplitToSequence", Move(InferSplit)),
        ("Optional", Move(call => call.Hand(
            call.Find(0) ?? new Value(string.Empty, ElementType.Undefined, sizes: null) { IsConstant = true }))),
        ("OptionalHasElement", Move(InferPresence)),
        ("OptionalGetElement", Move(call => call.Hand(IsThere(call.Input(0))
            ? call.Input(0)
            : throw new UnknownShapeException($"what '{call.Input(0).Name}' holds is not known")))),
    ];

    // Only names for tensors change hands; the tensors themselves were made by others.
    private static Operator Move(System.Action<Call> infer) => new(infer, _ => Build.Movement("sequence"), "x -*");

    private static bool IsThere(Value value) => value.Sizes is not null || value.Items is not null;

    // An input of the network that may be missing is neither a tensor nor a sequence of which something is known.
    private static void InferPresence(Call call)
    {
        Value? value = call.Find(0);
        bool isKnown = value is null || value.IsConstant || IsThere(value);
        call.Output([], ElementType.Boolean, isKnown ? new([value is not null && IsThere(value) ? 1L : 0]) : null)
            .IsConstant = isKnown;
    }

    private static IReadOnlyList<Value> Items(Call call) => call.Input(0).Items
        ?? throw UnknownShapeException.Of(call.Input(0), "is a sequence of which nothing is known");

    private static int Place(Call call, int index)
    {
        int count = Items(call).Count;
        return call.Has(index) ? Dims.Axis(call.Wholes(index).FirstOrDefault(), count)
            : count > 0 ? count - 1
            : throw Call.Mismatch("the sequence is empty");
    }

    private static void InferInsert(Call call)
    {
        List<Value> items = [.. Items(call)];
        int place = call.Has(2) ? Dims.Axis(call.Wholes(2).FirstOrDefault(), items.Count + 1) : items.Count;
        items.Insert(place, call.Input(1));
        call.Hand(Value.Sequence(items));
    }

    private static void InferErase(Call call)
    {
        List<Value> items = [.. Items(call)];
        items.RemoveAt(Place(call, 1));
        call.Hand(Value.Sequence(items));
    }

    private static void InferConcat(Call call)
    {
        IReadOnlyList<Value> items = Items(call);
        long[][] sizes = [.. items.Select(item =>
            item.Sizes ?? throw UnknownShapeException.Of(item, "has a shape that depends on data"))];
        if (sizes.Length == 0)
        {
            throw Call.Mismatch("the sequence is empty");
        }

        if (call.Whole("new_axis", 0) == 1)
        {
            List<long> stacked = [.. sizes[0]];
            stacked.Insert(Dims.Axis(call.Whole("axis"), stacked.Count + 1), sizes.Length);
            call.Output([.. stacked], items[0].Type);
            return;
        }

        int axis = Dims.Axis(call.Whole("axis"), sizes[0].Length);
        call.Output(Dims.With(sizes[0], axis, sizes.Sum(item => axis < item.Length ? item[axis] : 0)), items[0].Type);
    }

    private static void InferSplit(Call call)
    {
        long[] input = call.Sizes(0, least: 1);
        int axis = Dims.Axis(call.Whole("axis", 0), input.Length);
        bool keeps = call.Whole("keepdims", 1) != 0 || call.Has(1);
        long[] parts = !call.Has(1) ? Equal(input[axis], 1)
            : call.Sizes(1).Length == 0 ? Equal(input[axis], call.Wholes(1)[0])
            : call.Wholes(1);
        call.Hand(Value.Sequence([.. parts.Select(part => new Value(
            call.Input(0).Name,
            call.Input(0).Type,
            keeps ? Dims.With(input, axis, part) : [.. input.Where((_, i) => i != axis)]))]));
    }

    private static long[] Equal(long size, long part)
    {
        if (part < 1 || size / part > Elements.Maximum)
        {
            throw Call.Mismatch($"{size} elements cannot be cut into parts of {part}");
        }

        int count = (int)((size + part - 1) / part);
        return [.. Enumerable.Range(0, count).Select(i => System.Math.Min(part, size - (i * part)))];
    }
}
