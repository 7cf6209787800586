using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Models;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators that ONNX Runtime makes of several in a row. Each of those is a row, and has the price that it
/// has in the file that the runtime read.</summary>
internal static class FusedOperators
{
    private const string Microsoft = "com.microsoft";

    // In place of the number of an input: none.
    private const int Absent = int.MaxValue;

    private static readonly Dictionary<string, Func<NodeModel, IEnumerable<Step?>>> s_steps = new()
    {
        ["com.microsoft.FusedConv"] = node => [Onnx("Conv", 1, 2), Sum("Add", 3), Activation(node)],
        ["com.microsoft.NhwcFusedConv"] = node => [First, Onnx("Conv", 1, 2), Last, Sum("Add", 3), Activation(node)],
        ["com.microsoft.NhwcConv"] = _ => [First, Onnx("Conv", 1, 2), Last],
        ["com.microsoft.NhwcMaxPool"] = _ => [First, Onnx("MaxPool"), Last],
        ["com.microsoft.QLinearConv"] = node => Laid(node, 0, Onnx("QLinearConv", 1, 2, 3, 4, 5, 6, 7, 8)),
        ["com.microsoft.QLinearAveragePool"] = node => Laid(node, 0, Own("QLinearAveragePool", 1, 2, 3, 4)),
        ["com.microsoft.QLinearGlobalAveragePool"] = node => Laid(node, 0, Own("QLinearGlobalAveragePool", 1, 2, 3, 4)),
        ["com.microsoft.GroupNorm"] = node => [.. Laid(node, 1, Own("GroupNorm", 1, 2)), Silu(node)],
        ["com.microsoft.SkipGroupNorm"] = node =>
            [Sum("BiasAdd", 4, 3), .. Laid(node, 1, Own("GroupNorm", 1, 2)), Silu(node)],
        ["com.microsoft.FusedGemm"] = node => [Onnx("Gemm", 1, 2), Activation(node)],
        ["com.microsoft.GemmFastGelu"] = _ => [Onnx("MatMul", 1), Own("FastGelu", 2)],
        ["com.microsoft.FusedMatMulActivation"] = node => [Own("FusedMatMul", 1), Activation(node)],
        ["com.microsoft.nchwc.Conv"] = node =>
            [new(BlockedOperators.Domain, "Conv", 1, 2), Sum("BiasAdd", Absent, 3), Activation(node)],
        ["com.microsoft.nchwc.MaxPool"] = _ => [Onnx("MaxPool")],
        ["com.microsoft.nchwc.AveragePool"] = _ => [Onnx("AveragePool")],
        ["com.microsoft.nchwc.GlobalMaxPool"] = _ => [Onnx("GlobalMaxPool")],
        ["com.microsoft.nchwc.GlobalAveragePool"] = _ => [Onnx("GlobalAveragePool")],
    };

    // The channels from the end to the second axis, and back.
    private static Step First => new(string.Empty, "Transpose")
    {
        Attribute = rank => AttributeModel.Of("perm", [0, rank - 1, .. Between(1, rank - 2)]),
    };

    private static Step Last => new(string.Empty, "Transpose")
    {
        Attribute = rank => AttributeModel.Of("perm", [0, .. Between(2, rank - 1), 1]),
    };

    /// <summary>What a node does in a row; null when it is one operator.</summary>
    public static IReadOnlyList<Step>? StepsOf(NodeModel node) =>
        s_steps.TryGetValue(node.FullOperator, out Func<NodeModel, IEnumerable<Step?>>? steps)
            ? [.. steps(node).OfType<Step>()]
            : null;

    private static IEnumerable<long> Between(int first, int last) =>
        Enumerable.Range(first, Math.Max(last - first + 1, 0)).Select(axis => (long)axis);

    private static Step Onnx(string name, params IReadOnlyList<int> others) => new(string.Empty, name, others);

    private static Step Own(string name, params IReadOnlyList<int> others) => new(Microsoft, name, others);

    private static Step Sum(string name, params IReadOnlyList<int> others) =>
        new(name == "Add" ? string.Empty : Microsoft, name, others) { Joins = true, IsSecond = true };

    // A step that has the channels second, where the node says where they are, or leaves it to its standard.
    private static IEnumerable<Step> Laid(NodeModel node, long standard, Step step) =>
        (node.Attributes.TryGetValue("channels_last", out AttributeModel? last) ? last.Whole : standard) == 1
            ? [First, step, Last]
            : [step];

    private static Step? Silu(NodeModel node) =>
        node.Attributes.TryGetValue("activation", out AttributeModel? activation) && activation.Whole == 1
            ? Onnx("Swish")
            : null;

    // The name of an operator.
    private static Step? Activation(NodeModel node) =>
        node.Attributes.TryGetValue("activation", out AttributeModel? activation)
        && activation.Text is { Length: > 0 } name
            ? Onnx(name)
            : null;
}
