using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Operations;

namespace FlopsPS.Pictures;

/// <summary>Sorts layers into families.</summary>
internal static class LayerFamilies
{
    /// <summary>The families with what a legend calls them, in its order.</summary>
    public static IReadOnlyList<(LayerFamily Family, string Name)> Names { get; } =
    [
        (LayerFamily.Convolution, "convolution"),
        (LayerFamily.Linear, "linear, matmul"),
        (LayerFamily.Attention, "attention"),
        (LayerFamily.Recurrent, "recurrent"),
        (LayerFamily.Normalization, "normalisation"),
        (LayerFamily.Elementwise, "elementwise"),
        (LayerFamily.Pooling, "pooling"),
        (LayerFamily.Other, "other"),
    ];

    /// <summary>The class of what belongs to a family, in a style sheet.</summary>
    public static string ClassOf(LayerFamily family) => "f" + (int)family;

    /// <summary>The family of a layer: that of its kind where several operations make it up, else of its first product,
    /// or its first operation.</summary>
    /// <param name="node">The layer.</param>
    /// <param name="lowering">What it consists of.</param>
    public static LayerFamily Of(Node node, Lowering lowering) => node.Layer.Definition switch
    {
        AttentionKind or WindowAttentionKind or RelativePositionKind => LayerFamily.Attention,
        RecurrentKind => LayerFamily.Recurrent,
        _ => Of(lowering.Operations.FirstOrDefault(operation => operation is Contraction)
            ?? lowering.Operations.FirstOrDefault()),
    };

    private static LayerFamily Of(Operation? operation) => operation switch
    {
        Contraction { Form: ContractionForm.Convolution or ContractionForm.TransposedConvolution } =>
            LayerFamily.Convolution,
        Contraction => LayerFamily.Linear,
        Normalization or LocalResponse => LayerFamily.Normalization,
        Elementwise or Softmax => LayerFamily.Elementwise,
        Pooling or Reduction => LayerFamily.Pooling,
        _ => LayerFamily.Other,
    };
}
