using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Operations;

namespace FlopsPS.Onnx.Operators;

/// <summary>All operators that are known.</summary>
internal static class OperatorTable
{
    private static readonly Lazy<Dictionary<string, Operator>> s_operators = new(Collect);

    /// <summary>What stands for an operator that is not known: a row with its name and its weights.</summary>
    public static Operator Unknown { get; } = new(
        _ => throw new UnknownShapeException("the operator is not known"), UnknownLayer, "weight*")
    {
        AlwaysRuns = true,
    };

    /// <summary>The operator of this name, or null.</summary>
    public static Operator? Find(string domain, string name) =>
        s_operators.Value.TryGetValue(domain.Length == 0 ? name : $"{domain}.{name}", out Operator? found)
            ? found
            : null;

    /// <summary>An operator that moves data, and whose outputs are stated by whoever calls it.</summary>
    public static Operator Movement(string kind) => new(_ => { }, _ => Build.Movement(kind));

    /// <summary>An operator whose outputs have shapes that data alone decide.</summary>
    public static Operator OfData(string reason) =>
        new(_ => throw new UnknownShapeException(reason), UnknownLayer, "x -*");

    /// <summary>What cannot be counted, under a name that says why.</summary>
    public static Operator Uncounted(string name) =>
        new(_ => { }, call => StatedKind.Layer(call.Node.Operator, new UserDefined(name, macs: null, flops: null)));

    /// <summary>The row of a call that cannot be counted.</summary>
    public static Layer UnknownLayer(Call call) => StatedKind.Layer(
        call.Node.Operator, new UserDefined($"{call.Node.FullOperator} ({call.Unknown})", macs: null, flops: null));

    private static Dictionary<string, Operator> Collect()
    {
        IOperatorFamily[] families =
        [
            new ConvolutionOperators(),
            new ProductOperators(),
            new PoolOperators(),
            new NormalizationOperators(),
            new ActivationOperators(),
            new ArithmeticOperators(),
            new ComparisonOperators(),
            new ReductionOperators(),
            new RecurrentOperators(),
            new ShapeOperators(),
            new AxisOperators(),
            new PartOperators(),
            new LookupOperators(),
            new RegionOperators(),
            new ResizeOperators(),
            new SequenceOperators(),
            new TextOperators(),
            new SignalOperators(),
            new LossOperators(),
            new QuantizationOperators(),
            new QuantizedLayerOperators(),
            new AttentionOperators(),
            new LinearAttentionOperators(),
            new GateOperators(),
            new PackedOperators(),
            new ExpertOperators(),
            new BiasOperators(),
            new BlockedOperators(),
            new ConstantOperators(),
            new ClassicOperators(),
            new WithdrawnOperators(),
        ];
        return families.SelectMany(family => family.Operators).ToDictionary(
            pair => pair.Name, pair => pair.Operator, StringComparer.Ordinal);
    }
}
