using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators of detectors and the like, which look at parts of a map that data choose.</summary>
internal sealed class RegionOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("DeformConv", new(InferDeformed, LowerDeformed, "x weight x bias x") { AlwaysRuns = true }),
        ("RoiAlign", new(
            call => InferRegions(call, [call.Whole("output_height", 1), call.Whole("output_width", 1)]),
            LowerAligned,
            "x - -")),
        ("MaxRoiPool", new(
            call => InferRegions(call, call.List("pooled_shape") ?? []),
            call => Build.Uncounted(call, "how large its windows are depends on data"),
            "x -")),
        ("MaxUnpool", new(InferUnpooled, _ => Build.Movement("unpool"), "x - -")),
        ("Col2Im", new(InferFolded, LowerFolded, "x - -")),
        ("AffineGrid", new(InferGrid, LowerGrid, "x -")),
    ];

    // Inputs: x, weight, offsets of each tap at each place, bias, mask.
    private static void InferDeformed(Call call)
    {
        long[] input = call.Sizes(0, least: 4);
        long[] kernel = call.Sizes(1, least: 4);
        long groups = call.Whole("group", 1);
        if (kernel.Length != input.Length || groups < 1 || kernel[1] * groups != input[1])
        {
            throw Call.Mismatch($"a weight of {Dims.Text(kernel)} in {groups} groups does not fit {Dims.Text(input)}");
        }

        call.Output([input[0], kernel[0], .. WindowSizes.Of(call, [.. kernel.Skip(2)], input).Slide(input)]);
    }

    // Each tap is made of its four neighbours, then they are summed as in any convolution.
    private static Layer LowerDeformed(Call call)
    {
        long[] input = call.Sizes(0);
        long[] output = call.Outputs[0].Sizes!;
        long taps = Dims.Product(call.Sizes(1).Skip(2));
        return StatedKind.Layer(
            "deformconv",
            new Interpolation("bilinear", taps * input[1] * output[0] * Dims.Product(output.Skip(2)), taps: 4),
            Contraction.Of(
                ContractionForm.Convolution,
                new TensorShape(output),
                Dims.Product(call.Sizes(1).Skip(1)),
                hasBias: call.Has(3)));
    }

    private static void InferRegions(Call call, long[] sizes)
    {
        long[] input = call.Sizes(0, least: 4);
        call.Output(sizes.Length == 2 && sizes.All(size => size > 0)
            ? [call.Sizes(1, least: 2)[0], input[1], .. sizes]
            : throw Call.Mismatch($"regions cannot be brought to {Dims.Text(sizes)}"));
    }

    // Each place that comes out is the mean, or the largest, of so many samples along both axes, each made of its four
    // neighbours; where their number is not stated, the size of a region decides it.
    private static Layer LowerAligned(Call call)
    {
        long ratio = call.Whole("sampling_ratio", 0);
        if (ratio < 1)
        {
            return Build.Uncounted(call, "how many samples it takes depends on data");
        }

        long outputs = Build.OutputElements(call);
        long samples = outputs * ratio * ratio;
        var interpolation = new Interpolation("bilinear", samples, taps: 4);
        return call.Text("mode", "avg") == "max"
            ? StatedKind.Layer(
                "roialign", interpolation, new Elementwise(ElementwiseFunction.Maximum, samples - outputs))
            : StatedKind.Layer(
                "roialign",
                interpolation,
                new Reduction(samples, outputs),
                new Elementwise(ElementwiseFunction.Divide, outputs));
    }

    private static void InferUnpooled(Call call)
    {
        long[] input = call.Sizes(0, least: 3);
        call.Output(call.Has(2)
            ? call.Wholes(2)
            : [
                input[0],
                input[1],
                .. WindowSizes.OfTransposed(call, call.List("kernel_shape") ?? [], input).Spread(input),
            ]);
    }

    // Inputs: blocks [N, C * elements of a block, blocks], the sizes of the map, those of a block.
    private static void InferFolded(Call call)
    {
        long[] input = call.Sizes(0, least: 3);
        long block = Dims.Product(call.Wholes(2));
        call.Output(block > 0 && input[1] % block == 0
            ? [input[0], input[1] / block, .. call.Wholes(1)]
            : throw Call.Mismatch($"{input[1]} rows are no multiple of a block of {block} elements"));
    }

    private static Layer LowerFolded(Call call) => StatedKind.Layer(
        "fold",
        new Reduction(
            Math.Max(Dims.Product(call.Sizes(0)), Build.OutputElements(call)), Build.OutputElements(call)));

    // A matrix for each sample, [N, 2, 3], times the places of the map.
    private static void InferGrid(Call call)
    {
        long[] size = call.Wholes(1);
        call.Output(size.Length is 4 or 5
            ? [size[0], .. size.Skip(2), size.Length - 2]
            : throw Call.Mismatch($"{Dims.Text(size)} is no size of a map"));
    }

    private static Layer LowerGrid(Call call)
    {
        var output = new TensorShape(call.Outputs[0].Sizes!);
        return StatedKind.Layer(
            "affinegrid", Contraction.Of(ContractionForm.MatMul, output, output[-1] + 1, hasBias: false));
    }
}
