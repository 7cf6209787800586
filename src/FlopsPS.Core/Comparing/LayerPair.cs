using System.Collections.Generic;
using System.Linq;
using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Comparing;

/// <summary>A layer of two networks, or of one of them.</summary>
internal sealed class LayerPair
{
    private readonly (Node Node, CostRow Cost)? _before;
    private readonly (Node Node, CostRow Cost)? _after;

    public LayerPair((Node Node, CostRow Cost)? before, (Node Node, CostRow Cost)? after)
    {
        _before = before;
        _after = after;
    }

    /// <summary>What became of the layer. Another input that costs the same is no change.</summary>
    public LayerChange Change => (_before, _after) switch
    {
        (null, _) => LayerChange.Added,
        (_, null) => LayerChange.Removed,
        ({ } before, { } after) when Changes(before.Node, after.Node).Any() => LayerChange.Changed,
        ({ } before, { } after) when Figures(before.Cost) != Figures(after.Cost) => LayerChange.Changed,
        _ => LayerChange.Equal,
    };

    /// <summary>What differs: out 64 -> 128; input 1x3x32x32 -> 1x3x64x64. For a layer of one network, what it is.
    /// </summary>
    public string? What
    {
        get
        {
            if ((_before, _after) is not ({ } before, { } after))
            {
                return (_after ?? _before)!.Value.Node.Layer.ToString();
            }

            string text = string.Join("; ", Changes(before.Node, after.Node)
                .Concat(Step("input", before.Cost.InputShape, after.Cost.InputShape))
                .Concat(LayerAlignment.AreInOnePlace(before.Node, after.Node) ? [] : [$"was {before.Node.Path}"]));
            return text.Length == 0 ? null : text;
        }
    }

    private static (long, long?, long?) Figures(CostRow row) => (row.Parameters, row.Macs, row.Flops);

    private static IEnumerable<string> Changes(Node before, Node after) => Arguments(before.Layer, after.Layer)
        .Concat(before.IsIdle == after.IsIdle ? [] : [after.IsIdle ? "runs in training only" : "runs in inference"]);

    private static IEnumerable<string> Arguments(Layer before, Layer after) => before.Kind == after.Kind
        ? before.Definition.Arguments.SelectMany(
            argument => Step(argument.Name, Text(before, argument), Text(after, argument)))
        : [$"{before} -> {after}"];

    private static string Text(Layer layer, Argument argument) =>
        layer.ValueOf(argument) is { } value ? argument.TextOf(value) : "none";

    private static IEnumerable<string> Step(string what, string? before, string? after) =>
        before == after ? [] : [$"{what} {before} -> {after}"];
}
