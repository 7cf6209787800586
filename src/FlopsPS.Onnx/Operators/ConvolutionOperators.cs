using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Convolutions, transposed ones, and their quantised forms.</summary>
internal sealed class ConvolutionOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("Conv", Convolution("x weight bias")),
        ("ConvInteger", Convolution("x #weight ?zero_point ?zero_point", ElementType.Int32)),
        ("QLinearConv", Convolution(
            "x ?scale ?zero_point #weight ?scale ?zero_point ?scale ?zero_point #bias", weight: 3)),
        ("ConvTranspose", new(InferTransposed, LowerTransposed, "x weight bias") { AlwaysRuns = true }),
    ];

    private static Operator Convolution(string slots, ElementType? type = null, int weight = 1) =>
        new(call => Infer(call, weight, type), call => Lower(call, weight), slots) { AlwaysRuns = true };

    private static void Infer(Call call, int weight, ElementType? type)
    {
        long[] input = call.Sizes(0, least: 3);
        long[] kernel = call.Sizes(weight, least: 3);
        long groups = call.Whole("group", 1);
        if (kernel.Length != input.Length || groups < 1 || kernel[1] * groups != input[1] || kernel[0] % groups != 0)
        {
            throw Call.Mismatch(
                $"a weight of {Dims.Text(kernel)} in {groups} groups needs {kernel[1]} input channels for each group; "
                + $"{Dims.Text(input)} has {input[1]} channels");
        }

        var window = WindowSizes.Of(call, KernelOf(call, kernel), input);
        call.Output([input[0], kernel[0], .. window.Slide(input)], type ?? call.Input(0).Type);
    }

    private static Layer Lower(Call call, int weight)
    {
        long[] input = call.Sizes(0);
        long[] kernel = call.Sizes(weight);
        var window = WindowSizes.Of(call, KernelOf(call, kernel), input);
        bool hasBias = call.Has(weight == 1 ? 2 : 8) && call.Node.Operator != "ConvInteger";
        return Build.Kind(
            "conv",
            [
                ("out", kernel[0]),
                ("groups", call.Whole("group", 1)),
                ("bias", hasBias),
                .. window.Arguments,
            ]);
    }

    private static long[] KernelOf(Call call, long[] weight) => call.List("kernel_shape") ?? [.. weight.Skip(2)];

    private static void InferTransposed(Call call)
    {
        long[] input = call.Sizes(0, least: 3);
        long[] kernel = call.Sizes(1, least: 3);
        if (kernel.Length != input.Length || kernel[0] != input[1] || kernel[0] < 1)
        {
            throw Call.Mismatch(
                $"a weight of {Dims.Text(kernel)} needs {kernel[0]} input channels; {Dims.Text(input)} comes in");
        }

        var window = WindowSizes.OfTransposed(call, KernelOf(call, kernel), input);
        call.Output([input[0], kernel[1] * call.Whole("group", 1), .. window.Spread(input)]);
    }

    private static Layer LowerTransposed(Call call)
    {
        long[] input = call.Sizes(0);
        long[] kernel = call.Sizes(1);
        return Build.Kind(
            "convtranspose",
            [
                ("out", kernel[1] * call.Whole("group", 1)),
                ("groups", call.Whole("group", 1)),
                ("bias", call.Has(2)),
                .. WindowSizes.OfTransposed(call, KernelOf(call, kernel), input).TransposedArguments,
            ]);
    }
}
