using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Numbers;
using FlopsPS.Operations;

namespace FlopsPS.Conventions;

/// <summary>
/// The small network that computes the position biases in version 2 of window attention: linear, relu, linear. These
/// are modules, so tools that hook modules see them, and nothing else of the layer.
/// </summary>
internal static class PositionNetwork
{
    private const string Name = "position bias";

    /// <summary>Whether the layer has the network.</summary>
    public static bool IsIn(LayerFacts facts) => facts.Operations.Any(Includes);

    /// <summary>Whether the operation is one of the network's.</summary>
    public static bool Includes(Operation operation) =>
        operation is Contraction { Name: Name } or Elementwise { Function: ElementwiseFunction.Relu };

    /// <summary>Whether the weight is one of the network's.</summary>
    public static bool Includes(Weight weight) =>
        weight.Name is "weight_position_0" or "bias_position_0" or "weight_position_1";

    /// <summary>The multiply-accumulates of the linear layers.</summary>
    public static Amount Macs(LayerFacts facts) => facts.MacsOf(Name);

    /// <summary>The additions of biases.</summary>
    public static Amount Bias(LayerFacts facts) => facts.BiasOf(Name);

    /// <summary>The weights and biases.</summary>
    public static Amount Parameters(LayerFacts facts) => facts.Of(
        Linears(facts).Sum(linear => linear.Output[-1] * (linear.Terms + (linear.HasBias ? 1 : 0))), "weights");

    /// <summary>The elements between the linear layers.</summary>
    public static Amount Elements(LayerFacts facts) => facts.Of(
        facts.Operations.OfType<Elementwise>().Where(Includes).Sum(elementwise => elementwise.Elements), "elements");

    private static IEnumerable<Contraction> Linears(LayerFacts facts) =>
        facts.Operations.OfType<Contraction>().Where(Includes);
}
