using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Inference;

namespace FlopsPS.Onnx.Operators;

/// <summary>All operators that are known.</summary>
internal static class OperatorTable
{
    private const string NotKnown = "the operator is not known";

    private static readonly Lazy<Dictionary<string, Operator>> s_operators = new(Collect);

    /// <summary>What stands for an operator that is not known: a row with its name and its weights.</summary>
    public static Operator Unknown { get; } = new(
        _ => throw new UnknownShapeException(NotKnown), call => Build.Uncounted(call, NotKnown), "weight*")
    {
        AlwaysRuns = true,
    };

    /// <summary>The operator of this name, or null.</summary>
    public static Operator? Find(string domain, string name) =>
        s_operators.Value.TryGetValue(domain.Length == 0 ? name : $"{domain}.{name}", out Operator? found)
            ? found
            : null;

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
            new SelectionOperators(),
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
