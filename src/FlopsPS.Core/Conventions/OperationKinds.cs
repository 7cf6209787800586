using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Operations;

namespace FlopsPS.Conventions;

/// <summary>Operations are called like the kind of layer that does nothing else, by whatever layer they are done; a few
/// have no such layer.</summary>
public static class OperationKinds
{
    /// <summary>The names, sorted.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. new[]
        {
            "conv", "convtranspose", "linear", "matmul", "maxpool", "avgpool", "adaptivemaxpool", "adaptiveavgpool",
            "upsample", "localresponsenorm", "sum",
        }
            .Concat(((ElementwiseFunction[])Enum.GetValues(typeof(ElementwiseFunction))).Select(NameOf))
            .Concat(Enum.GetNames(typeof(NormalizationForm)).Select(name => name.ToLowerInvariant()))
            .Concat(Enum.GetNames(typeof(SoftmaxForm)).Select(name => name.ToLowerInvariant()))
            .Distinct()
            .OrderBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>The name of an operation.</summary>
    internal static string Of(Operation operation) => operation switch
    {
        Contraction { Form: ContractionForm.Convolution } => "conv",
        Contraction { Form: ContractionForm.TransposedConvolution } => "convtranspose",
        Contraction { Form: ContractionForm.Linear } => "linear",
        Contraction => "matmul",
        Pooling { IsAdaptive: true, Form: PoolingForm.Max } => "adaptivemaxpool",
        Pooling { IsAdaptive: true } => "adaptiveavgpool",
        Pooling { Form: PoolingForm.Max } => "maxpool",
        Pooling => "avgpool",
        Interpolation => "upsample",
        Elementwise elementwise => NameOf(elementwise.Function),
        _ => operation.Name,
    };

    private static string NameOf(ElementwiseFunction function) => function == ElementwiseFunction.GeluTanh
        ? "gelu"
        : function.ToString().ToLowerInvariant();
}
