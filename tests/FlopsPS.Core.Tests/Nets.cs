using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Numbers;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests;

/// <summary>Short ways to write layers, networks and their costs in tests.</summary>
internal static class Nets
{
    /// <summary>A layer; whole numbers and lists of them are converted to the raw values that readers hand in.
    /// </summary>
    public static Layer Layer(string kind, params (string Name, object Value)[] arguments) =>
        LayerCatalog.Get(kind).Create(arguments.ToDictionary(pair => pair.Name, pair => Raw(pair.Value)));

    public static TensorShape Shape(params long[] sizes) => new(sizes);

    /// <summary>A network of one layer behind as many inputs as there are shapes.</summary>
    public static Network Of(Layer layer, params TensorShape[] inputs)
    {
        var builder = new NetworkBuilder();
        Tensor[] tensors = [.. inputs.Select((shape, index) => builder.AddInput($"input{index}", shape))];
        return builder.Build("net", builder.Add(layer.Kind, layer, tensors).Outputs);
    }

    public static Network Chain(TensorShape input, params Layer[] layers) => Network.Chain("net", input, layers);

    /// <summary>The shape that a layer makes of these.</summary>
    public static TensorShape Out(Layer layer, params TensorShape[] inputs) => Of(layer, inputs).Outputs[0].Shape;

    public static CostRow Cost(Network network, string convention = "exact") => Rows(network, convention).Single();

    public static IReadOnlyList<CostRow> Rows(
        Network network, string convention, CostGrouping grouping = CostGrouping.Network, bool explain = false)
    {
        var options = new MeasureOptions(ConventionCatalog.Get(convention)) { GroupBy = grouping, Explain = explain };
        return [.. CostCounter.Measure(network, options)];
    }

    /// <summary>The weights and operations of a layer behind inputs of these shapes.</summary>
    public static Lowering Lowered(Layer layer, params TensorShape[] inputs)
    {
        var lowering = new Lowering();
        layer.Definition.Lower(Of(layer, inputs).Nodes[0].Call, lowering);
        return lowering;
    }

    private static object Raw(object value) => value switch
    {
        int number => (long)number,
        IEnumerable<int> list => list.Select(number => (object)(long)number).ToList(),
        IEnumerable<long> list => list.Select(number => (object)number).ToList(),
        IEnumerable<Rational> list => list.Select(number => (object)number).ToList(),
        _ => value,
    };
}
