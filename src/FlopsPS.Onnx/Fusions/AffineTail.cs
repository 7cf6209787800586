using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Fusions;

/// <summary>The product and the sum behind a normalisation: its weight and its bias, where it has them.</summary>
internal sealed class AffineTail
{
    private AffineTail(Value? weight, Value? bias, IReadOnlyList<Call> parts)
    {
        Weight = weight;
        Bias = bias;
        Parts = parts;
    }

    public Value? Weight { get; }

    /// <summary>The bias; there is none without a weight.</summary>
    public Value? Bias { get; }

    /// <summary>The calls that multiply and add.</summary>
    public IReadOnlyList<Call> Parts { get; }

    /// <summary>The inputs of the whole, the normalised value first.</summary>
    public IReadOnlyList<Value?> InputsWith(Value input) =>
        [input, .. new[] { Weight, Bias }.OfType<Value>()];

    /// <summary>What is behind a call: weights of so many elements, or the 1 and the 0 that stand for none.</summary>
    public static AffineTail Behind(Call normalized, long length, CallGraph graph)
    {
        Call? scale = graph.Reader(normalized, "Mul");
        Value? weight = CallGraph.Other(scale, normalized.Outputs[0]);
        if (!Belongs(weight, length, nothing: 1))
        {
            return new(null, null, []);
        }

        Call? shift = graph.Reader(scale, "Add");
        Value? bias = CallGraph.Other(shift, scale!.Outputs[0]);
        return Belongs(bias, length, nothing: 0)
            ? new(Learned(weight), Learned(bias), [scale, shift!])
            : new(Learned(weight), null, [scale]);
    }

    private static bool Belongs(Value? value, long length, double nothing) =>
        value is { IsConstant: true, Sizes: { } sizes }
        && (Dims.Product(sizes) == length || CallGraph.IsNumber(value, nothing));

    private static Value? Learned(Value? value) => CallGraph.IsNumber(value) ? null : value;
}
