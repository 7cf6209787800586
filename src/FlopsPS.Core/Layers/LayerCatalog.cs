using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Layers;

/// <summary>All layer kinds. A new kind needs no entry here: the catalogue finds the sources in this assembly.
/// </summary>
public static class LayerCatalog
{
    private static readonly Lazy<Dictionary<string, LayerKind>> s_kinds = new(Collect);

    /// <summary>The kinds, sorted by name.</summary>
    public static IReadOnlyCollection<LayerKind> Kinds => s_kinds.Value.Values;

    /// <summary>The kind of this name, or null.</summary>
    public static LayerKind? Find(string name) => s_kinds.Value.TryGetValue(name, out LayerKind? kind) ? kind : null;

    /// <summary>The kind of this name.</summary>
    /// <exception cref="NetworkException">There is none; the message names the nearest.</exception>
    public static LayerKind Get(string name)
    {
        return Find(name) ?? throw Unknown(name, []);
    }

    /// <summary>The error for a kind that is neither built in nor one of <paramref name="blocks"/>.</summary>
    public static NetworkException Unknown(string name, IEnumerable<string> blocks) => new(
        ErrorCode.LayerKindUnknown,
        $"'{name}' is neither a layer kind nor a block of this network."
        + NearestWord.Hint(name, s_kinds.Value.Keys.Concat(blocks)));

    private static Dictionary<string, LayerKind> Collect()
    {
        // Add, not the indexer: two kinds of one name are a mistake that must show at once.
        var kinds = new Dictionary<string, LayerKind>(StringComparer.Ordinal);
        IEnumerable<LayerKind> found = typeof(LayerCatalog).Assembly.GetTypes()
            .Where(type => typeof(ILayerKindSource).IsAssignableFrom(type)
                && !type.IsAbstract
                && type.GetConstructor(Type.EmptyTypes) is not null)
            .SelectMany(type => ((ILayerKindSource)Activator.CreateInstance(type)).Kinds)
            .OrderBy(kind => kind.Name, StringComparer.Ordinal);
        foreach (LayerKind kind in found)
        {
            kinds.Add(kind.Name, kind);
        }

        return kinds;
    }
}
