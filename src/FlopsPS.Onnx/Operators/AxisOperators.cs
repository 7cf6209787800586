using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators that put axes, or what lies along them, into another order.</summary>
internal sealed class AxisOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("Transpose", new(InferTranspose, LowerTranspose)),
        ("DepthToSpace", new(InferDepthToSpace, _ => Build.Movement("pixelshuffle"))),
        ("SpaceToDepth", new(InferSpaceToDepth, _ => Build.Movement("pixelunshuffle"))),
        ("Tile", new(InferTile, _ => Build.Movement("tile"), "x - -")),
        ("ReverseSequence", new(Operator.Same, _ => Build.Movement("reverse"), "x -")),
        ("Trilu", Triangle()),
        ("com.microsoft.Trilu", Triangle()),
        ("com.microsoft.UnfoldTensor", new(InferUnfolded, _ => Build.Movement("unfold"))),
    ];

    private static Operator Triangle() =>
        new(Operator.Same, _ => Build.Movement("trilu"), "x -");

    // The slices of an axis, a step apart; the elements of a slice are the last axis.
    private static void InferUnfolded(Call call)
    {
        long[] input = call.Sizes(0, least: 1);
        int axis = Dims.Axis(call.Whole("dim", -1), input.Length);
        long size = call.Whole("size");
        long step = call.Whole("step", 1);
        call.Output(size > 0 && step > 0 && size <= input[axis]
            ? [.. Dims.With(input, axis, ((input[axis] - size) / step) + 1), size]
            : throw Call.Mismatch($"{input[axis]} elements have no slices of {size} that are {step} apart"));
    }

    private static int[] Order(Call call)
    {
        int rank = call.Sizes(0).Length;
        int[] order = call.List("perm") is { } given
            ? [.. given.Select(axis => Dims.Axis(axis, rank))]
            : [.. Enumerable.Range(0, rank).Reverse()];
        return order.Length == rank && order.Distinct().Count() == rank
            ? order
            : throw Call.Mismatch($"the order {string.Join(", ", order)} must name each of the {rank} axes once");
    }

    private static void InferTranspose(Call call)
    {
        long[] input = call.Sizes(0);
        int[] order = Order(call);
        long[] sizes = [.. order.Select(axis => input[axis])];
        long[] strides = Places.Strides(input);
        call.Output(sizes, call.Picked(sizes, () => Places.Strided(sizes, [.. order.Select(axis => strides[axis])])));
    }

    private static Layer LowerTranspose(Call call) =>
        Build.Kind("permute", ("order", Build.List(Order(call).Select(axis => (long)axis))));

    private static long BlockSize(Call call, long[] input)
    {
        long block = call.Whole("blocksize");
        return block > 0 && input.Length == 4
            ? block
            : throw Call.Mismatch($"blocks of {block} cannot be moved in {Dims.Text(input)}");
    }

    private static void InferDepthToSpace(Call call)
    {
        long[] input = call.Sizes(0);
        long block = BlockSize(call, input);
        call.Output(input[1] % (block * block) == 0
            ? [input[0], input[1] / (block * block), input[2] * block, input[3] * block]
            : throw Call.Mismatch($"{input[1]} channels are no multiple of {block}x{block}"));
    }

    private static void InferSpaceToDepth(Call call)
    {
        long[] input = call.Sizes(0);
        long block = BlockSize(call, input);
        call.Output(input[2] % block == 0 && input[3] % block == 0
            ? [input[0], input[1] * block * block, input[2] / block, input[3] / block]
            : throw Call.Mismatch($"{Dims.Text(input)} is no multiple of {block}x{block}"));
    }

    private static void InferTile(Call call)
    {
        long[] input = call.Sizes(0);
        long[] times = call.Has(2)
            ? Dims.With([.. input.Select(_ => 1L)], TileAxis(call), call.Wholes(1).FirstOrDefault())
            : call.Wholes(1);
        if (times.Length != input.Length || times.Any(count => count < 0))
        {
            throw Call.Mismatch($"{Dims.Text(input)} cannot be repeated {string.Join(", ", times)} times");
        }

        long[] sizes = [.. input.Zip(times, (size, count) => size * count)];
        call.Output(sizes, call.Picked(sizes, () => Tiled(input, sizes)));
    }

    // Until version 5 one axis was repeated, which came third.
    private static int TileAxis(Call call) =>
        Dims.Axis(call.Wholes(2).FirstOrDefault(), call.Sizes(0).Length);

    private static int[] Tiled(long[] input, long[] sizes)
    {
        long[] strides = Places.Strides(input);
        long[] outer = Places.Strides(sizes);
        return
        [
            .. Enumerable.Range(0, (int)Dims.Product(sizes)).Select(place => (int)input
                .Select((size, axis) => place / outer[axis] % sizes[axis] % size * strides[axis]).Sum()),
        ];
    }
}
