using System.Collections.Generic;
using FlopsPS.Operations;

namespace FlopsPS.Layers;

/// <summary>Softmax and its relatives.</summary>
internal sealed class Softmaxes : ILayerKindSource
{
    private const string Axis = "The axis along which the outputs sum to 1.";

    public IEnumerable<LayerKind> Kinds =>
    [
        new SoftmaxKind("softmax", "Turns the values along an axis into probabilities.", Axis, SoftmaxForm.Softmax),
        new SoftmaxKind(
            "softmin", "Turns the values along an axis into probabilities, small ones into large.", Axis,
            SoftmaxForm.Softmin),
        new SoftmaxKind(
            "logsoftmax", "The logarithm of softmax along an axis.", "The axis along which the exponentials sum to 1.",
            SoftmaxForm.LogSoftmax),
    ];
}
