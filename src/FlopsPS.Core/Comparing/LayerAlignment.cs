using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Comparing;

/// <summary>Which layers of two networks are the same layer.</summary>
/// <remarks>
/// First what has the same place, kind and arguments; then, between such layers, what has the same name, the same place
/// and kind, or the same kind and arguments. A number behind an automatic name says nothing of a place: it changes when
/// a layer is added in front.
/// </remarks>
internal sealed class LayerAlignment
{
    private static readonly Func<Node, string>[] s_keys =
    [
        node => $"{PlaceOf(node)} {node.Layer}",
        node => node.Path,
        node => $"{PlaceOf(node)} {node.Layer.Kind}",
        node => node.Layer.ToString(),
    ];

    // What readers name by themselves besides layers.
    private static readonly string[] s_steps = ["group", "branch", "shortcut"];

    private readonly IReadOnlyList<Node> _reference;
    private readonly IReadOnlyList<Node> _difference;
    private readonly CancellationToken _cancellation;
    private readonly List<(int Reference, int Difference)> _pairs = [];

    private LayerAlignment(Network reference, Network difference, CancellationToken cancellation)
    {
        _reference = reference.Nodes;
        _difference = difference.Nodes;
        _cancellation = cancellation;
    }

    /// <summary>The places of layers in both networks, in the order in which they run; null where the other network has
    /// it alone.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static IEnumerable<(int? Reference, int? Difference)> Of(
        Network reference, Network difference, CancellationToken cancellation)
    {
        var alignment = new LayerAlignment(reference, difference, cancellation);
        alignment.Match((0, 0), (reference.Nodes.Count, difference.Nodes.Count), pass: 0);
        (int Reference, int Difference) next = (0, 0);
        foreach ((int Reference, int Difference) pair in
            alignment._pairs.Append((reference.Nodes.Count, difference.Nodes.Count)))
        {
            for (; next.Reference < pair.Reference; next.Reference++)
            {
                yield return (next.Reference, null);
            }

            for (; next.Difference < pair.Difference; next.Difference++)
            {
                yield return (null, next.Difference);
            }

            if (pair.Reference < reference.Nodes.Count)
            {
                yield return pair;
                next = (pair.Reference + 1, pair.Difference + 1);
            }
        }
    }

    /// <summary>Whether two paths differ in nothing but automatic numbers.</summary>
    public static bool AreInOnePlace(Node reference, Node difference) => PlaceOf(reference) == PlaceOf(difference);

    private void Match((int Reference, int Difference) start, (int Reference, int Difference) end, int pass)
    {
        if (pass == s_keys.Length || start.Reference == end.Reference || start.Difference == end.Difference)
        {
            return;
        }

        IReadOnlyList<(int First, int Second)> found = SequenceMatch.Of(
            Keys(_reference, start.Reference, end.Reference, pass),
            Keys(_difference, start.Difference, end.Difference, pass),
            _cancellation);
        (int Reference, int Difference) next = start;
        foreach ((int first, int second) in found)
        {
            (int Reference, int Difference) pair = (start.Reference + first, start.Difference + second);
            Match(next, pair, pass + 1);
            _pairs.Add(pair);
            next = (pair.Reference + 1, pair.Difference + 1);
        }

        Match(next, end, pass + 1);
    }

    private string[] Keys(IReadOnlyList<Node> nodes, int start, int end, int pass)
    {
        string[] keys = new string[end - start];
        for (int i = 0; i < keys.Length; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            keys[i] = s_keys[pass](nodes[start + i]);
        }

        return keys;
    }

    private static string PlaceOf(Node node) => string.Join("/", node.Path.Split('/').Select(Unnumbered));

    private static string Unnumbered(string segment)
    {
        string word = segment.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return LayerCatalog.Find(word) is not null || s_steps.Contains(word) ? word : segment;
    }
}
