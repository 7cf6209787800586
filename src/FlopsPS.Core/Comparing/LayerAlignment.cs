using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Networks;

namespace FlopsPS.Comparing;

/// <summary>Which layers of two networks are the same layer.</summary>
/// <remarks>
/// First what has the same place, kind and arguments; then, between such layers, what has the same name, the same place
/// and kind, or the same kind and arguments. A number behind an automatic name says nothing of a place: it changes when
/// a layer is added in front. One that an author gave does: see <see cref="LayerPlaces"/>.
/// <para>
/// Networks from different sources, as a manifest and an exported model, have few names in common. There the work comes
/// first: layers of one kind that make the same shapes with as many products are the same in the order in which they
/// run, and what then is left over in any order, since parallel paths have none.
/// </para>
/// </remarks>
internal sealed class LayerAlignment
{
    private readonly IReadOnlyList<Node> _reference;
    private readonly IReadOnlyList<Node> _difference;
    private readonly bool _isByWork;
    private readonly Func<Node, string>[] _keys;
    private readonly CancellationToken _cancellation;
    private readonly List<(int Reference, int Difference)> _pairs = [];

    private LayerAlignment(Network reference, Network difference, CancellationToken cancellation)
    {
        _reference = reference.Nodes;
        _difference = difference.Nodes;
        _isByWork = AreStrangers(reference, difference);
        _keys = _isByWork ? ByWork(ByPlace(reference, difference)) : ByPlace(reference, difference);
        _cancellation = cancellation;
    }

    /// <summary>Whether two networks have fewer than half of their names in common, so that names do not tell which
    /// layer is which.</summary>
    public static bool AreStrangers(Network reference, Network difference)
    {
        var paths = new HashSet<string>(reference.Nodes.Select(node => node.Path), StringComparer.Ordinal);
        int common = difference.Nodes.Count(node => paths.Contains(node.Path));
        return 2 * common < Math.Min(reference.Nodes.Count, difference.Nodes.Count);
    }

    /// <summary>The places of layers in both networks, in the order in which they run; null where the other network has
    /// it alone.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static IEnumerable<(int? Reference, int? Difference)> Of(
        Network reference, Network difference, CancellationToken cancellation)
    {
        var alignment = new LayerAlignment(reference, difference, cancellation);
        alignment.Match((0, 0), (reference.Nodes.Count, difference.Nodes.Count), pass: 0);
        if (alignment._isByWork)
        {
            alignment.MatchOutOfOrder();
        }

        Dictionary<int, int> partners = alignment._pairs.ToDictionary(pair => pair.Difference, pair => pair.Reference);
        var paired = new HashSet<int>(partners.Values);
        (int Reference, int Difference) next = (0, 0);
        for (int place = 0; place <= difference.Nodes.Count; place++)
        {
            bool isEnd = place == difference.Nodes.Count;
            if (!isEnd && !partners.ContainsKey(place))
            {
                continue;
            }

            // What one network has alone stands before the next layer that both have, first what was removed.
            int end = isEnd ? reference.Nodes.Count : partners[place];
            for (; next.Reference < end; next.Reference++)
            {
                if (!paired.Contains(next.Reference))
                {
                    yield return (next.Reference, null);
                }
            }

            for (; next.Difference < place; next.Difference++)
            {
                yield return (null, next.Difference);
            }

            if (!isEnd)
            {
                yield return (end, place);
                next.Difference = place + 1;
            }
        }
    }

    private static Func<Node, string>[] ByPlace(params Network[] networks)
    {
        var places = new LayerPlaces(networks);
        return
        [
            node => $"{places.Of(node)} {node.Layer}",
            node => node.Path,
            node => $"{places.Of(node)} {node.Layer.Kind}",
            node => node.Layer.ToString(),
        ];
    }

    private static Func<Node, string>[] ByWork(Func<Node, string>[] byPlace) =>
    [
        LayerWork.Of,
        LayerWork.OfAnyKind,
        node => $"{node.Layer.Kind} {ShapeText.Of(node.Outputs)}",
        .. byPlace,
        node => node.Layer.Kind,
    ];

    private void Match((int Reference, int Difference) start, (int Reference, int Difference) end, int pass)
    {
        if (pass == _keys.Length || start.Reference == end.Reference || start.Difference == end.Difference)
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

    private string[] Keys(IReadOnlyList<Node> nodes, int start, int end, int pass) =>
        [.. Enumerable.Range(start, end - start).Select(i => _keys[pass](nodes[i]))];

    private void MatchOutOfOrder()
    {
        var references = new HashSet<int>(_pairs.Select(pair => pair.Reference));
        var differences = new HashSet<int>(_pairs.Select(pair => pair.Difference));
        Dictionary<string, Queue<int>> left = Enumerable.Range(0, _reference.Count)
            .Where(place => !references.Contains(place))
            .GroupBy(place => LayerWork.Of(_reference[place]))
            .ToDictionary(group => group.Key, group => new Queue<int>(group));
        for (int place = 0; place < _difference.Count; place++)
        {
            if (!differences.Contains(place)
                && left.TryGetValue(LayerWork.Of(_difference[place]), out Queue<int>? alike)
                && alike.Count > 0)
            {
                _pairs.Add((alike.Dequeue(), place));
            }
        }
    }
}
