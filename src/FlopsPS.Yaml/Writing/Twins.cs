using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Yaml.Writing;

/// <summary>Layers of the catalogue that may do what a layer does that its file states.</summary>
internal static class Twins
{
    /// <summary>The candidates; which of them make the same shapes is for others to see.</summary>
    public static IEnumerable<Layer> Of(Node node)
    {
        if (node.Inputs.Count == 0 || node.Outputs.Count == 0 || LayerCatalog.Find(node.Layer.Kind) is not { } kind)
        {
            return [];
        }

        TensorShape input = node.Inputs[0].Shape;
        TensorShape output = node.Outputs[0].Shape;
        return kind.Name switch
        {
            "flatten" => [Make(kind)],
            "concat" => Axes(input).Select(axis => Make(kind, ("axis", axis))),
            "split" => Axes(input)
                .Where(axis => node.Outputs.All(part => part.Shape.Rank == input.Rank && part.Shape[(int)axis] > 0))
                .Select(axis => Make(kind, ("axis", axis), ("sizes", Sizes(node, axis)))),
            "reshape" when output.Rank > 0 && input.Rank > 0 && output[0] == input[0] && output.Elements > 0 =>
                [Make(kind, ("shape", List(output.Sizes.Skip(1))))],
            _ => [],
        };
    }

    private static IEnumerable<long> Axes(TensorShape shape) =>
        Enumerable.Range(0, shape.Rank).Select(axis => (long)axis);

    private static object Sizes(Node node, long axis) => List(node.Outputs.Select(part => part.Shape[(int)axis]));

    private static IReadOnlyList<object> List(IEnumerable<long> values) => [.. values.Cast<object>()];

    private static Layer Make(LayerKind kind, params (string Name, object Value)[] arguments) => kind.Create(
        arguments.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));
}
