using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators on channels in blocks of 8 or 16, into which ONNX Runtime turns convolutions for the processor on
/// which it optimises a file. Channels and weights are padded to whole blocks, and the padding is computed.</summary>
internal sealed class BlockedOperators : IOperatorFamily
{
    public const string Domain = "com.microsoft.nchwc";

    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("com.microsoft.nchwc.Conv", new(InferConvolution, LowerConvolution, "x weight bias") { AlwaysRuns = true }),
        ("com.microsoft.nchwc.ReorderInput", new(
            call => call.Output(IsLast(call) ? [.. First(call.Sizes(0, least: 3))] : call.Sizes(0)),
            _ => Build.Movement("reorder"))),
        ("com.microsoft.nchwc.ReorderOutput", new(InferOutput, _ => Build.Movement("reorder"))),
        ("com.microsoft.nchwc.Upsample", new(InferUpsample, LowerUpsample)),
    ];

    /// <summary>What is to be said of a file that has such convolutions; null when it has none.</summary>
    public static string? Warning(IEnumerable<Call> calls) => calls.Any(
        call => call.Node.Domain == Domain && call.Node.Operator == "Conv")
        ? $"it was optimised for one processor: the convolutions of {Domain} pad channels to whole blocks, and the "
            + "padding counts"
        : null;

    private static bool IsLast(Call call) => call.Whole("channels_last", 0) == 1;

    private static IEnumerable<long> First(long[] sizes) =>
        [sizes[0], sizes[sizes.Length - 1], .. sizes.Skip(1).Take(sizes.Length - 2)];

    // The weight is [out, in of a group, kernel]; what comes in may lack the padding of its channels.
    private static void InferConvolution(Call call)
    {
        long[] input = call.Sizes(0, least: 3);
        long[] kernel = call.Sizes(1, least: 3);
        if (kernel.Length != input.Length || kernel[1] * call.Whole("group", 1) < input[1])
        {
            throw Call.Mismatch($"a weight of {Dims.Text(kernel)} does not fit {Dims.Text(input)}");
        }

        call.Output([input[0], kernel[0], .. WindowSizes.Of(call, [.. kernel.Skip(2)], input).Slide(input)]);
    }

    private static Layer LowerConvolution(Call call) => StatedKind.Layer("conv", Contraction.Of(
        ContractionForm.Convolution,
        new TensorShape(call.Outputs[0].Sizes!),
        Dims.Product(call.Sizes(1).Skip(1)),
        hasBias: call.Has(2)));

    private static void InferOutput(Call call)
    {
        long[] input = call.Sizes(0, least: 3);
        long channels = call.Whole("channels");
        call.Output(IsLast(call)
            ? [input[0], .. input.Skip(2), channels]
            : Dims.With(input, 1, channels));
    }

    private static void InferUpsample(Call call)
    {
        long[] input = call.Sizes(0);
        call.Output(call.List("scales") is { } scales && scales.Length == input.Length
            ? [.. input.Zip(scales, (size, scale) => size * scale)]
            : throw Call.Mismatch($"the scales do not fit {Dims.Text(input)}"));
    }

    private static Layer LowerUpsample(Call call)
    {
        string mode = call.Text("mode", "nearest");
        return StatedKind.Layer("upsample", new Interpolation(
            mode, Build.OutputElements(call), mode == "nearest" ? 1 : 1L << (call.Sizes(0).Length - 2)));
    }
}
