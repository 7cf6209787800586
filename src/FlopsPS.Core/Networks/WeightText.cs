using System;
using System.Linq;
using FlopsPS.Layers;

namespace FlopsPS.Networks;

/// <summary>What a layer holds, as a text: two layers can share weights when it is the same.</summary>
internal static class WeightText
{
    /// <summary>The kind, and name and size of each weight: conv weight 9216, bias 64. Empty when it holds none.
    /// </summary>
    public static string Of(Node node)
    {
        var lowering = new Lowering();
        node.Lower(lowering);
        return lowering.Weights.Count == 0
            ? string.Empty
            : node.Layer.Kind + " " + string.Join(", ", lowering.Weights.Select(weight =>
                FormattableString.Invariant($"{weight.Name} {weight.Elements}")));
    }
}
