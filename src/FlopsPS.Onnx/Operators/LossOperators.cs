using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using static FlopsPS.Operations.ElementwiseFunction;

namespace FlopsPS.Onnx.Operators;

/// <summary>Losses of training: inputs are scores [N, classes, ...], the right classes [N, ...], and a weight for each
/// class.</summary>
internal sealed class LossOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("NegativeLogLikelihoodLoss", new(
            InferLoss, call => StatedKind.Layer("nllloss", [.. Likelihood(call)]), "x - weight")),
        ("SoftmaxCrossEntropyLoss", new(
            InferEntropy,
            call => StatedKind.Layer(
                "crossentropyloss",
                [new Softmax(Samples(call), call.Sizes(0)[1], SoftmaxForm.LogSoftmax), .. Likelihood(call)]),
            "x - weight")),
    ];

    private static string Reduction(Call call) => call.Text("reduction", "mean");

    private static long Samples(Call call) => Dims.Product(call.Sizes(0).Where((_, axis) => axis != 1));

    private static void InferLoss(Call call)
    {
        long[] input = call.Sizes(0, least: 2);
        call.Output(Reduction(call) == "none" ? [input[0], .. input.Skip(2)] : []);
    }

    private static void InferEntropy(Call call)
    {
        InferLoss(call);
        call.Output(call.Sizes(0));
    }

    // The mean is over the weights of the samples where there are any.
    private static IEnumerable<Operation> Likelihood(Call call)
    {
        long samples = Samples(call);
        yield return new Elementwise(Negative, samples);
        if (call.Has(2))
        {
            yield return new Elementwise(Multiply, samples, operands: 2);
        }

        if (Reduction(call) == "none")
        {
            yield break;
        }

        yield return new Reduction(samples, 1);
        if (Reduction(call) == "sum")
        {
            yield break;
        }

        if (call.Has(2))
        {
            yield return new Reduction(samples, 1);
        }

        yield return new Elementwise(Divide, 1);
    }
}
