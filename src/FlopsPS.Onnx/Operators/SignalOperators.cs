using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators of signal processing and of linear algebra.</summary>
/// <remarks>Fourier transforms and determinants stay uncounted: what they cost is a matter of the algorithm, which the
/// file does not name; n^2 complex products by the definition of a transform, n log n by a fast one.</remarks>
internal sealed class SignalOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("DFT", new(InferDft, Uncounted, "x - -")),
        ("STFT", new(InferStft, Uncounted, "x - x -")),
        ("Det", new(InferDet, Uncounted)),
        ("MelWeightMatrix", new(InferMel, Uncounted, "-*")),
        ("HannWindow", Window(cosines: 1)),
        ("HammingWindow", Window(cosines: 1)),
        ("BlackmanWindow", Window(cosines: 2)),
    ];

    private static Layer Uncounted(Call call) => Build.Uncounted(call, "what it costs depends on the algorithm");

    // Inputs: signal [..., 1 or 2], length, axis; until version 20 the axis was an attribute.
    private static void InferDft(Call call)
    {
        long[] input = call.Sizes(0, least: 2);
        bool isOld = call.Version < 20;
        int axis = Dims.Axis(
            isOld ? call.Whole("axis", 1) : call.Has(2) ? call.Wholes(2).FirstOrDefault() : -2, input.Length);
        bool isOneSided = call.Whole("onesided", 0) != 0;
        bool isReal = isOneSided && call.Whole("inverse", 0) != 0;
        long length = call.Has(1) ? call.Wholes(1).FirstOrDefault()
            : isReal ? 2 * (input[axis] - 1)
            : input[axis];
        long[] output = Dims.With(input, axis, isOneSided && !isReal ? (length / 2) + 1 : length);
        call.Output(Dims.With(output, output.Length - 1, isReal ? 1 : 2));
    }

    // Inputs: signal [N, length, 1 or 2], step, window, length of a frame.
    private static void InferStft(Call call)
    {
        long[] signal = call.Sizes(0, least: 2);
        long step = call.Wholes(1).FirstOrDefault();
        long frame = call.Has(3) ? call.Wholes(3).FirstOrDefault() : call.Sizes(2, least: 1)[0];
        if (step < 1 || frame < 1 || frame > signal[1])
        {
            throw Call.Mismatch($"frames of {frame}, {step} apart, cannot be cut out of {Dims.Text(signal)}");
        }

        long bins = call.Whole("onesided", 1) != 0 ? (frame / 2) + 1 : frame;
        call.Output([signal[0], ((signal[1] - frame) / step) + 1, bins, 2]);
    }

    private static void InferDet(Call call)
    {
        long[] input = call.Sizes(0, least: 2);
        call.Output([.. input.Take(input.Length - 2)]);
    }

    private static ElementType TypeOf(Call call) =>
        (ElementType)call.Whole("output_datatype", (long)ElementType.Single);

    // Inputs: bins of the scale, length of the transform, rate, lower and upper edge.
    private static void InferMel(Call call) => call.Output(
        [(call.Wholes(1).FirstOrDefault() / 2) + 1, call.Wholes(0).FirstOrDefault()], TypeOf(call));

    // A constant less one or two cosines of multiples of the place, each with a factor.
    private static Operator Window(int cosines) => new(
        call => call.Output([call.Wholes(0).FirstOrDefault()], TypeOf(call)),
        call =>
        {
            long terms = cosines * Build.OutputElements(call);
            return StatedKind.Layer(
                "window",
                new Elementwise(ElementwiseFunction.Multiply, 2 * terms),
                new Elementwise(ElementwiseFunction.Trigonometric, terms),
                new Elementwise(ElementwiseFunction.Subtract, terms));
        },
        "-");
}
