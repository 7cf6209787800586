using System;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Operations;

namespace FlopsPS.Comparing;

/// <summary>What a layer does, as a text that is the same for the same work, however its source spells it.</summary>
internal static class LayerWork
{
    /// <summary>The kind, the shapes that come out and the number of products; not the bias, which may come from a
    /// normalisation that was folded in.</summary>
    public static string Of(Node node) => FormattableString.Invariant($"{node.Layer.Kind} {Amount(node)}");

    /// <summary>The operations in place of the kind: a layer scale is the product that an exporter writes, and a pool
    /// that reaches a size the pool with such windows. What moves data alone is told by its kind.</summary>
    public static string OfAnyKind(Node node)
    {
        string[] operations =
            [.. Lowered(node).Operations.Where(operation => operation is not Movement).Select(NameOf)];
        return (operations.Length > 0 ? string.Join(", ", operations) : node.Layer.Kind) + " " + Amount(node);
    }

    private static string Amount(Node node)
    {
        long products = Lowered(node).Operations.OfType<Contraction>().Sum(contraction => contraction.Products);
        return FormattableString.Invariant($"{ShapeText.Of(node.Outputs)} {products}");
    }

    private static string NameOf(Operation operation) =>
        operation is Pooling pooling ? $"{pooling.Form} pool" : operation.Name;

    private static Lowering Lowered(Node node)
    {
        var lowering = new Lowering();
        node.Lower(lowering);
        return lowering;
    }
}
