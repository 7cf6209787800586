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
    private readonly bool _isOfStrangers;

    /// <summary>Joins the layers.</summary>
    /// <param name="before">The layer in the reference, or null.</param>
    /// <param name="after">The layer in the other network, or null.</param>
    /// <param name="isOfStrangers">Whether the networks come from different sources, which spell arguments in their own
    /// ways: then what a layer makes and costs says whether it is the same.</param>
    public LayerPair(
        (Node Node, CostRow Cost)? before, (Node Node, CostRow Cost)? after, bool isOfStrangers)
    {
        _before = before;
        _after = after;
        _isOfStrangers = isOfStrangers;
    }

    /// <summary>The path of the layer into which a normalisation that was removed has been folded, or null.</summary>
    public string? FoldedInto { get; init; }

    /// <summary>What became of the layer. Another input that costs the same is no change.</summary>
    public LayerChange Change => (_before, _after) switch
    {
        (null, _) => LayerChange.Added,
        (_, null) => LayerChange.Removed,
        ({ } before, { } after) when _isOfStrangers && DoSame(before, after) => LayerChange.Equal,
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
                string layer = (_after ?? _before)!.Value.Node.Layer.ToString();
                return FoldedInto is null ? layer : $"{layer}, folded into {FoldedInto}";
            }

            IEnumerable<string> changes =
                Change == LayerChange.Equal && _isOfStrangers ? [] : Changes(before.Node, after.Node);
            string text = string.Join("; ", changes
                .Concat(Step("input", before.Cost.InputShape, after.Cost.InputShape))
                .Concat(LayerPlaces.AreOne(before.Node, after.Node) ? [] : [$"was {before.Node.Path}"]));
            return text.Length == 0 ? null : text;
        }
    }

    private static bool DoSame((Node Node, CostRow Cost) before, (Node Node, CostRow Cost) after) =>
        (LayerWork.Of(before.Node) == LayerWork.Of(after.Node)
            || LayerWork.OfAnyKind(before.Node) == LayerWork.OfAnyKind(after.Node))
        && before.Node.IsIdle == after.Node.IsIdle
        && Figures(before.Cost) == Figures(after.Cost);

    private static (long, long?, long?) Figures(CostRow row) => (row.Parameters, row.Macs, row.Flops);

    private static IEnumerable<string> Changes(Node before, Node after) => Arguments(before.Layer, after.Layer)
        .Concat(before.IsIdle == after.IsIdle ? [] : [after.IsIdle ? "runs in training only" : "runs in inference"]);

    // What a file states in place of a kind has no arguments to compare.
    private static IEnumerable<string> Arguments(Layer before, Layer after) =>
        before.Kind != after.Kind ? [$"{before} -> {after}"]
        : before.Definition != after.Definition ? []
        : before.Definition.Arguments.SelectMany(
            argument => Step(argument.Name, Text(before, argument), Text(after, argument)));

    // [3, 3] and 3 are one kernel.
    private static string Text(Layer layer, Argument argument)
    {
        string text = layer.ValueOf(argument) is { } value ? argument.TextOf(value) : "none";
        string[] sizes = argument.Type is ArgumentType.Sizes or ArgumentType.Padding
            ? [.. text.Trim('[', ']').Split(',').Select(size => size.Trim()).Distinct()]
            : [];
        return sizes.Length == 1 ? sizes[0] : text;
    }

    private static IEnumerable<string> Step(string what, string? before, string? after) =>
        before == after ? [] : [$"{what} {before} -> {after}"];
}
