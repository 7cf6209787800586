using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;

namespace FlopsPS.Onnx.Operators;

/// <summary>Normalisations.</summary>
internal sealed class NormalizationOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("BatchNormalization", new(InferBatch, LowerBatch, "x weight bias ~running_mean ~running_var")),
        ("InstanceNormalization", new(SameMap, LowerInstance, "x weight bias")),
        ("GroupNormalization", new(SameMap, call => LowerGroup(call, call.Whole("num_groups")), "x weight bias")),
        ("com.microsoft.GroupNorm", new(SameMap, call => LowerGroup(call, call.Whole("groups")), "x weight bias")),
        ("LayerNormalization", new(InferLayer, call => LowerLayer(call, 1, 2), "x weight bias")),
        ("RMSNormalization", new(InferLayer, LowerRms, "x weight")),
        ("SimplifiedLayerNormalization", new(InferLayer, LowerRms, "x weight")),
        ("com.microsoft.SimplifiedLayerNormalization", new(InferLayer, LowerRms, "x weight")),
        ("com.microsoft.SkipLayerNormalization", new(InferSkip, LowerSkip, "x x weight bias bias")),
        ("com.microsoft.SkipSimplifiedLayerNormalization", new(InferSkip, LowerSkipRms, "x x weight bias")),
        ("com.microsoft.EmbedLayerNormalization", new(
            InferEmbedding, LowerEmbedding, "- - weight weight weight weight bias -*")),
        ("LRN", new(Operator.Same, call => Build.Kind("localresponsenorm", ("size", call.Whole("size"))))),
        ("LpNormalization", new(Operator.Same, LowerLp)),
        ("MeanVarianceNormalization", new(Operator.Same, LowerMean)),
    ];

    /// <summary>Whether an input scales: exporters write a normalisation without weights as one with a scale of 1.
    /// </summary>
    public static bool Scales(Call call, int index) => call.Find(index) is { } value && value.Elements?.Are(1) != true;

    /// <summary>Whether an input shifts, and is no shift of 0.</summary>
    public static bool Shifts(Call call, int index) => call.Find(index) is { } value && value.Elements?.Are(0) != true;

    /// <summary>A group normalisation whose weight and bias are inputs 1 and 2.</summary>
    public static Layer LowerGroup(Call call, long groups) =>
        Build.Kind("groupnorm", ("groups", groups), ("affine", Scales(call, 1) || Shifts(call, 2)));

    // Channels behind a batch.
    private static void SameMap(Call call) => call.Output(call.Sizes(0, least: 2));

    private static void InferBatch(Call call)
    {
        long[] input = call.Sizes(0, least: 2);
        call.Output(input);

        // In training the new statistics come out too.
        foreach (int _ in Enumerable.Range(1, System.Math.Min(System.Math.Max(call.Node.Outputs.Count - 1, 0), 4)))
        {
            call.Output([input[1]]);
        }
    }

    private static Layer LowerBatch(Call call) => Build.Kind(
        "batchnorm", ("affine", Scales(call, 1) || Shifts(call, 2)), ("track", call.Whole("training_mode", 0) == 0));

    private static Layer LowerInstance(Call call)
    {
        bool isAffine = Scales(call, 1) || Shifts(call, 2);
        return Build.Kind("instancenorm", ("affine", isAffine));
    }

    private static void InferLayer(Call call)
    {
        long[] input = call.Sizes(0, least: 1);
        call.Output(input);
        int axis = Dims.Axis(call.Whole("axis", -1), input.Length);
        foreach (int _ in Enumerable.Range(1, System.Math.Min(System.Math.Max(call.Node.Outputs.Count - 1, 0), 2)))
        {
            call.Output([.. input.Select((size, i) => i < axis ? size : 1)]);
        }
    }

    private static long Axes(Call call)
    {
        int rank = call.Sizes(0).Length;
        return rank - Dims.Axis(call.Whole("axis", -1), rank);
    }

    private static Layer LowerLayer(Call call, int weight, int bias) => Build.Kind(
        "layernorm",
        ("axes", Axes(call)),
        ("affine", Scales(call, weight) || Shifts(call, bias)),
        ("bias", Shifts(call, bias)));

    private static Layer LowerRms(Call call) =>
        Build.Kind("rmsnorm", ("axes", Axes(call)), ("affine", Scales(call, 1)));

    // Outputs: the result, mean and deviation that nobody reads, and the sum before the normalisation.
    private static void InferSkip(Call call)
    {
        long[] input = call.Sizes(0, least: 1);
        long[] statistics = Dims.With(input, input.Length - 1, 1);
        call.Output(input);
        call.Output(statistics);
        call.Output(statistics);
        call.Output(input);
    }

    private static Layer LowerSkip(Call call) => LowerSkip(call, isRms: false, isShifted: Shifts(call, 3), bias: 4);

    private static Layer LowerSkipRms(Call call) => LowerSkip(call, isRms: true, isShifted: false, bias: 3);

    private static Layer LowerSkip(Call call, bool isRms, bool isShifted, int bias)
    {
        long[] sizes = call.Sizes(0);
        long elements = Dims.Product(sizes);
        return StatedKind.Layer(
            isRms ? "rmsnorm" : "layernorm",
            new Elementwise(ElementwiseFunction.Add, elements, operands: call.Has(bias) ? 3 : 2),
            new Normalization(
                isRms ? NormalizationForm.RmsNorm : NormalizationForm.LayerNorm,
                elements,
                Build.Rows(elements, sizes[sizes.Length - 1]),
                Scales(call, 2),
                usesStoredStatistics: false,
                isShifted));
    }

    // Words, places and segments looked up, added and normalised.
    private static void InferEmbedding(Call call)
    {
        long[] tokens = call.Sizes(0, least: 2);
        long features = call.Sizes(2, least: 2)[1];
        call.Output([tokens[0], tokens[1], features], call.Input(2).Type);
        call.Output([tokens[0]], ElementType.Int32);
        call.Output([tokens[0], tokens[1], features], call.Input(2).Type);
    }

    private static Layer LowerEmbedding(Call call)
    {
        long elements = Build.OutputElements(call);
        long features = call.Outputs[0].Sizes![2];
        return StatedKind.Layer(
            "layernorm",
            new Movement("embedding"),
            new Elementwise(ElementwiseFunction.Add, elements, operands: call.Has(1) ? 3 : 2),
            new Normalization(
                NormalizationForm.LayerNorm,
                elements,
                Build.Rows(elements, features),
                isAffine: true,
                usesStoredStatistics: false));
    }

    private static Layer LowerLp(Call call)
    {
        long[] sizes = call.Sizes(0);
        long length = sizes[Dims.Axis(call.Whole("axis", -1), sizes.Length)];
        long elements = Dims.Product(sizes);
        if (call.Whole("p", 2) == 1)
        {
            return StatedKind.Layer(
                "l1norm",
                new Elementwise(ElementwiseFunction.Abs, elements),
                new Reduction(elements, Build.Rows(elements, length)),
                new Elementwise(ElementwiseFunction.Divide, elements));
        }

        return StatedKind.Layer("l2norm", new Normalization(
            NormalizationForm.L2Norm,
            elements,
            Build.Rows(elements, length),
            isAffine: false,
            usesStoredStatistics: false));
    }

    private static Layer LowerMean(Call call)
    {
        long[] sizes = call.Sizes(0);
        HashSet<int> axes = [.. (call.List("axes") ?? [0, 2, 3]).Select(axis => Dims.Axis(axis, sizes.Length))];
        return StatedKind.Layer("instancenorm", new Normalization(
            NormalizationForm.InstanceNorm,
            Dims.Product(sizes),
            Dims.Product(sizes.Where((_, axis) => !axes.Contains(axis))),
            isAffine: false,
            usesStoredStatistics: false));
    }
}
