using System.Collections.Generic;
using FlopsPS.Layers;

namespace FlopsPS.Yaml.Manifests;

/// <summary>The layers that join the paths of a structure.</summary>
internal static class Joint
{
    /// <summary>The words that <c>join</c> takes; each is the layer kind that does it.</summary>
    public static IReadOnlyList<string> Words { get; } = ["concat", "add", "multiply"];

    /// <summary>The layer that a word names, with its defaults.</summary>
    public static Layer Of(string word) => LayerCatalog.Get(word).Create(new Dictionary<string, object>());
}
