using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators that take parts of tensors, or put tensors together.</summary>
internal sealed class PartOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("Concat", new(InferConcat, _ => Build.Movement("concat"))),
        ("Split", new(InferSplit, _ => Build.Movement("split"), "x -")),
        ("Slice", new(InferSlice, _ => Build.Movement("slice"), "x -*")),
        ("Pad", new(InferPad, _ => Build.Movement("pad"), "x -*")),
        ("com.microsoft.Pad", new(InferPad, _ => Build.Movement("pad"), "x -*")),
        ("CenterCropPad", new(InferCrop, _ => Build.Movement("pad"), "x -")),
    ];

    private static void InferConcat(Call call)
    {
        long[] first = call.Sizes(0, least: 1);
        int axis = Dims.Axis(call.Whole("axis", call.Version < 4 ? 1 : 0), first.Length);
        long[][] inputs = [.. call.Inputs.Select((_, i) => call.Sizes(i))];
        if (inputs.FirstOrDefault(sizes => sizes.Length != first.Length
            || !Dims.With(sizes, axis, first[axis]).SequenceEqual(first)) is { } other)
        {
            throw Call.Mismatch(
                $"{Dims.Text(first)} and {Dims.Text(other)} cannot be concatenated along axis {axis}: all other axes "
                + "must agree");
        }

        long[] output = Dims.With(first, axis, inputs.Sum(sizes => sizes[axis]));
        call.Output(output, Joined(call, inputs, output, axis));
    }

    private static Elements? Joined(Call call, long[][] inputs, long[] output, int axis)
    {
        if (call.Inputs.Any(input => input!.Elements is null) || !Elements.AreFew(output))
        {
            return null;
        }

        bool isReal = call.Input(0).Elements!.IsReal;
        var whole = new List<long>();
        var real = new List<double>();
        long outer = Dims.Product(output.Take(axis));
        for (int part = 0; part < outer; part++)
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                int length = (int)Dims.Product(inputs[i].Skip(axis));
                Elements picked = call.Input(i).Elements!.Pick([.. Enumerable.Range(part * length, length)]);
                if (isReal)
                {
                    real.AddRange(picked.Real);
                }
                else
                {
                    whole.AddRange(picked.Whole);
                }
            }
        }

        return isReal ? new([.. real]) : new([.. whole]);
    }

    private static void InferSplit(Call call)
    {
        long[] input = call.Sizes(0, least: 1);
        int axis = Dims.Axis(call.Whole("axis", 0), input.Length);
        long[] strides = Places.Strides(input);
        long start = 0;
        foreach (long part in Parts(call, input[axis]))
        {
            long[] sizes = Dims.With(input, axis, part);
            long first = start * strides[axis];
            call.Output(sizes, call.Picked(sizes, () => Places.Strided(sizes, strides, first)));
            start += part;
        }
    }

    // Equal parts unless told otherwise; the last is smaller where they do not come out even.
    private static long[] Parts(Call call, long size)
    {
        if (call.List(1, "split") is { } given)
        {
            return given.Sum() == size && given.All(part => part >= 0)
                ? given
                : throw Call.Mismatch($"the parts {string.Join(", ", given)} are not {size} together");
        }

        int count = Math.Max(call.Node.Outputs.Count, 1);
        long part = (size + count - 1) / count;
        return [.. Enumerable.Range(0, count).Select(i => Math.Max(Math.Min(part, size - (i * part)), 0))];
    }

    private static void InferSlice(Call call)
    {
        long[] input = call.Sizes(0);
        long[] starts = call.List(1, "starts") ?? [];
        long[] ends = call.List(2, "ends") ?? [];
        long[] axes = call.List(3, "axes") ?? Dims.Axes(starts.Length);
        long[] steps = call.Has(4) ? call.Wholes(4) : [.. starts.Select(_ => 1L)];
        if (ends.Length != starts.Length || axes.Length != starts.Length || steps.Length != starts.Length
            || steps.Any(step => step is 0 or long.MinValue))
        {
            throw Call.Mismatch("starts, ends, axes and steps do not go together");
        }

        int[] places = [.. axes.Select(axis => Dims.Axis(axis, input.Length))];
        if (places.Distinct().Count() < places.Length)
        {
            throw Call.Mismatch($"the axes {string.Join(", ", axes)} name one twice");
        }

        long[] sizes = (long[])input.Clone();
        long[] strides = Places.Strides(input);
        long[] moves = (long[])strides.Clone();
        long first = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            int axis = places[i];
            (long start, sizes[axis]) = Cut(starts[i], ends[i], steps[i], input[axis]);
            moves[axis] = strides[axis] * steps[i];
            first += start * strides[axis];
        }

        call.Output(sizes, call.Picked(sizes, () => Places.Strided(sizes, moves, first)));
    }

    private static (long Start, long Count) Cut(long start, long end, long step, long size)
    {
        long low = step > 0 ? 0 : -1;
        long high = step > 0 ? size : size - 1;
        long from = Math.Max(Math.Min(start < 0 ? start + size : start, high), 0);
        long to = Math.Max(Math.Min(end < 0 ? Math.Max(end, -size - 1) + size : end, high), low);
        long length = step > 0 ? to - from : from - to;
        long stride = Math.Abs(step);
        return length <= 0 || size == 0 ? (0, 0) : (from, ((length - 1) / stride) + 1);
    }

    // Beginnings, then ends, of the axes that are named; a negative one cuts.
    private static void InferPad(Call call)
    {
        long[] input = call.Sizes(0);
        long[] pads = call.List(1, "pads") ?? call.List("paddings") ?? [];
        long[] axes = call.Has(3) ? call.Wholes(3) : Dims.Axes(input.Length);
        if (pads.Length != 2 * axes.Length)
        {
            throw Call.Mismatch($"{pads.Length} sizes of a border are given for {axes.Length} axes");
        }

        long[] sizes = (long[])input.Clone();
        for (int i = 0; i < axes.Length; i++)
        {
            sizes[Dims.Axis(axes[i], input.Length)] += pads[i] + pads[i + axes.Length];
        }

        call.Output(sizes.All(size => size >= 0)
            ? sizes
            : throw Call.Mismatch($"more is cut away than {Dims.Text(input)} has: {string.Join(", ", pads)}"));
    }

    private static void InferCrop(Call call)
    {
        long[] sizes = (long[])call.Sizes(0).Clone();
        long[] wanted = call.Wholes(1);
        long[] axes = call.List("axes") ?? Dims.Axes(sizes.Length);
        if (wanted.Length != axes.Length || wanted.Any(size => size < 0))
        {
            throw Call.Mismatch($"{Dims.Text(sizes)} cannot be brought to {string.Join(", ", wanted)}");
        }

        for (int i = 0; i < axes.Length; i++)
        {
            sizes[Dims.Axis(axes[i], sizes.Length)] = wanted[i];
        }

        call.Output(sizes);
    }
}
