using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Operators;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Fusions;

/// <summary>
/// (x - mean) / sqrt(variance + eps) * weight + bias, and x / sqrt(mean square + eps) * weight: layer normalisation and
/// that by the root mean square.
/// </summary>
internal static class NormalizationFusion
{
    public static Fused? Match(Call call, CallGraph graph)
    {
        // Backwards from the root: the sum with eps, the mean, the square, what is squared.
        if (call.Node is not { Operator: "Sqrt", Domain: "" }
            || graph.Maker(call.Find(0), "Add") is not { } eps
            || graph.Maker(CallGraph.Scaled(eps), "ReduceMean") is not { } mean
            || graph.Maker(mean.Find(0), "Pow", "Mul") is not { } square
            || square.Find(0) is not { } centred
            || Axes(mean) is not { } axes)
        {
            return null;
        }

        List<Call?> parts = [];
        Call? taken = graph.Maker(centred, "Sub");
        Call? middle = graph.Maker(taken?.Find(1), "ReduceMean");
        bool isCentred = middle is not null && ReferenceEquals(middle.Find(0), taken!.Find(0));
        Value input = isCentred ? taken!.Find(0)! : centred;
        if (isCentred)
        {
            parts.AddRange([middle, taken]);
        }

        parts.AddRange([square, mean, eps, call]);
        Call? divided = Divided(call, centred, graph, parts);
        return divided is null ? null : Scaled(divided, input, axes, isCentred, graph, parts);
    }

    // Over the root, or times 1 over the root.
    private static Call? Divided(Call root, Value centred, CallGraph graph, List<Call?> parts)
    {
        Call? divided = graph.Reader(root, "Div");
        if (divided is not null && ReferenceEquals(divided.Find(0), centred))
        {
            parts.Add(divided);
            return divided;
        }

        Call? inverse = graph.Reader(root, "Reciprocal")
            ?? (CallGraph.IsNumber(divided?.Find(0), 1) ? divided : null);
        Call? product = graph.Reader(inverse, "Mul");
        if (product is null || !ReferenceEquals(CallGraph.Other(product, inverse!.Outputs[0]), centred))
        {
            return null;
        }

        parts.AddRange([inverse, product]);
        return product;
    }

    private static Fused Scaled(
        Call divided, Value input, int axes, bool isCentred, CallGraph graph, List<Call?> parts)
    {
        long length = Dims.Product(input.Sizes!.Skip(input.Sizes!.Length - axes));
        AffineTail tail = AffineTail.Behind(divided, length, graph);
        return new(
            divided,
            new Operator(
                _ => { },
                _ => Lower(isCentred, axes, isAffine: tail.Weight is not null, hasBias: tail.Bias is not null),
                "x weight bias"),
            tail.InputsWith(input),
            [.. parts, .. tail.Parts]);
    }

    private static Layer Lower(bool isCentred, int axes, bool isAffine, bool hasBias) => isCentred
        ? Build.Kind("layernorm", ("axes", (long)axes), ("affine", isAffine), ("bias", hasBias))
        : Build.Kind("rmsnorm", ("axes", (long)axes), ("affine", isAffine));

    // How many of the last axes the mean is taken over; null when it is over others.
    private static int? Axes(Call mean)
    {
        if (mean.Find(0)?.Sizes is not { } sizes
            || mean.Find(1) is { Elements: null }
            || mean.List(1, "axes") is not { } given)
        {
            return null;
        }

        int[] axes = [.. given.Select(axis => Dims.Axis(axis, sizes.Length)).Distinct().OrderBy(axis => axis)];
        bool isLast = axes.Length > 0 && axes[0] == sizes.Length - axes.Length && axes[0] > 0;
        return isLast ? axes.Length : null;
    }
}
