using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators that fetch elements from places, or put them there, by indices.</summary>
internal sealed class LookupOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("Gather", new(InferGather, LowerGather, "x -")),
        ("com.microsoft.TorchEmbedding", new(InferGather, LowerGather, "x -*")),
        ("GatherElements", new(call => call.Output(call.Sizes(1)), _ => Build.Movement("gather"), "x -")),
        ("GatherND", new(InferGatherNd, _ => Build.Movement("gather"), "x -")),
        ("com.microsoft.GatherND", new(InferGatherNd, _ => Build.Movement("gather"), "x -")),
        ("ScatterND", Scatter()),
        ("ScatterElements", Scatter()),
        ("Scatter", Scatter()),
        ("TensorScatter", Scatter()),
        ("OneHot", new(InferOneHot, _ => Build.Movement("onehot"), "- - -")),
    ];

    private static Operator Scatter() => new(Operator.Same, LowerScatter, "x - x");

    // What is put in replaces what was there, or is joined with it.
    private static Layer LowerScatter(Call call)
    {
        ElementwiseFunction? function = call.Text("reduction", "none") switch
        {
            "add" => ElementwiseFunction.Add,
            "mul" => ElementwiseFunction.Multiply,
            "max" => ElementwiseFunction.Maximum,
            "min" => ElementwiseFunction.Minimum,
            _ => null,
        };
        return function is { } join
            ? StatedKind.Layer("scatter", new Elementwise(join, Dims.Product(call.Sizes(2)), operands: 2))
            : Build.Movement("scatter");
    }

    private static void InferGather(Call call)
    {
        long[] input = call.Sizes(0, least: 1);
        long[] indices = call.Sizes(1);
        int axis = Dims.Axis(call.Whole("axis", 0), input.Length);
        long[] output = [.. input.Take(axis), .. indices, .. input.Skip(axis + 1)];
        Elements? chosen = call.Input(1).Elements;
        Value rows = call.Output(
            output, chosen is null ? null : call.Picked(output, () => Fetched(input, chosen.Whole, axis)));

        // What is fetched may be brought from whole numbers to fractions behind this.
        rows.Stored = call.Input(0).Stored;
    }

    private static int[] Fetched(long[] input, long[] indices, int axis)
    {
        long inner = Dims.Product(input.Skip(axis + 1));
        var places = new List<int>();
        for (long part = 0; part < Dims.Product(input.Take(axis)); part++)
        {
            foreach (long index in indices)
            {
                long place = Dims.Axis(index, (int)System.Math.Min(input[axis], int.MaxValue));
                long first = ((part * input[axis]) + place) * inner;
                places.AddRange(Enumerable.Range((int)first, (int)inner));
            }
        }

        return [.. places];
    }

    // Rows of a stored table that data choose: an embedding.
    private static Layer LowerGather(Call call)
    {
        long[] table = call.Sizes(0);
        bool isEmbedding = call.Input(0).IsConstant && table.Length == 2 && call.Whole("axis", 0) == 0
            && table[0] > 0 && table[1] > 0;
        return isEmbedding
            ? Build.Kind("embedding", ("num", table[0]), ("dim", table[1]))
            : Build.Movement("gather");
    }

    private static void InferGatherNd(Call call)
    {
        long[] input = call.Sizes(0, least: 1);
        long[] indices = call.Sizes(1, least: 1);
        long batch = call.Whole("batch_dims", 0);
        long depth = indices[indices.Length - 1];
        if (batch < 0 || batch >= indices.Length || depth < 1 || batch + depth > input.Length)
        {
            throw Call.Mismatch($"indices of {Dims.Text(indices)} do not fit {Dims.Text(input)}");
        }

        call.Output([.. indices.Take(indices.Length - 1), .. input.Skip((int)(batch + depth))]);
    }

    private static void InferOneHot(Call call)
    {
        List<long> sizes = [.. call.Sizes(0)];
        long depth = call.Wholes(1).FirstOrDefault();
        if (depth < 1)
        {
            throw Call.Mismatch($"a depth of {depth} is none");
        }

        sizes.Insert(Dims.Axis(call.Whole("axis", -1), sizes.Count + 1), depth);
        call.Output([.. sizes], call.Input(2).Type);
    }
}
