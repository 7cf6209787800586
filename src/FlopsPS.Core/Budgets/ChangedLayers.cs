using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Budgets;

/// <summary>Finds which layers are not what they were.</summary>
/// <remarks>
/// A layer is known by its path. Automatic names are numbered, so that one more conv renames all conv behind it: where
/// the layers of a name are not the same ones as before, those of the same figures are the same layer. The rest have
/// changed where the path is the same, have moved where the figures are, and are new or gone otherwise.
/// </remarks>
internal sealed class ChangedLayers
{
    private static readonly char[] s_digits = [.. "0123456789"];

    private readonly List<ChangedLayer> _changes = [];
    private List<KeyValuePair<string, CostFigures>> _before;
    private List<KeyValuePair<string, CostFigures>> _after;

    private ChangedLayers(
        IEnumerable<KeyValuePair<string, CostFigures>> before, IEnumerable<KeyValuePair<string, CostFigures>> after)
    {
        _before = [.. before];
        _after = [.. after];
    }

    /// <summary>The changes from layers before to layers after.</summary>
    public static IReadOnlyList<ChangedLayer> Between(
        IEnumerable<KeyValuePair<string, CostFigures>> before, IEnumerable<KeyValuePair<string, CostFigures>> after)
    {
        var changes = new ChangedLayers(before, after);
        HashSet<string> renumbered = changes.Renumbered();
        changes.Pair(layer => (layer.Key, layer.Value));
        changes.Pair(layer => (renumbered.Contains(NameOf(layer.Key)) ? NameOf(layer.Key) : layer.Key, layer.Value));
        changes.Pair(layer => layer.Key);
        changes.Pair(layer => layer.Value);
        return
        [
            .. changes._changes,
            .. changes._after.Select(layer => new ChangedLayer(layer.Key, null, layer.Value)),
            .. changes._before.Select(layer => new ChangedLayer(layer.Key, layer.Value, null)),
        ];
    }

    private static string NameOf(string path) => path.TrimEnd(s_digits);

    /// <summary>The names that have other layers than before.</summary>
    private HashSet<string> Renumbered()
    {
        var paths = new HashSet<string>(_before.Select(layer => layer.Key), StringComparer.Ordinal);
        paths.SymmetricExceptWith(_after.Select(layer => layer.Key));
        return new(paths.Select(NameOf), StringComparer.Ordinal);
    }

    /// <summary>Takes layers with the same key for the same layer, one for one.</summary>
    private void Pair<T>(Func<KeyValuePair<string, CostFigures>, T> keyOf)
    {
        var byKey = _before.GroupBy(keyOf).ToDictionary(
            group => group.Key, group => new Queue<KeyValuePair<string, CostFigures>>(group));
        var left = new List<KeyValuePair<string, CostFigures>>();
        foreach (KeyValuePair<string, CostFigures> layer in _after)
        {
            if (!byKey.TryGetValue(keyOf(layer), out Queue<KeyValuePair<string, CostFigures>> same) || same.Count == 0)
            {
                left.Add(layer);
                continue;
            }

            KeyValuePair<string, CostFigures> was = same.Dequeue();
            if (was.Key != layer.Key || was.Value != layer.Value)
            {
                _changes.Add(new(was.Key, was.Value, layer.Value, layer.Key));
            }
        }

        _after = left;
        _before = [.. byKey.Values.SelectMany(rest => rest)];
    }
}
