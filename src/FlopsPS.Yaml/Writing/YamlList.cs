using System.Collections.Generic;

namespace FlopsPS.Yaml.Writing;

/// <summary>Items to be written, each on a line of its own where they are layers.</summary>
internal sealed class YamlList
{
    public YamlList(IReadOnlyList<object> items, bool isOfLayers = false)
    {
        Items = items;
        IsOfLayers = isOfLayers;
    }

    public IReadOnlyList<object> Items { get; }

    public bool IsOfLayers { get; }
}
