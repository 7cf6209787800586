using System.Collections;
using System.Collections.Generic;

namespace FlopsPS.Yaml.Writing;

/// <summary>Keys and values to be written: a value is a text as it stands in YAML, a map or a list.</summary>
internal sealed class YamlMap : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> _entries = [];

    /// <summary>The number of keys.</summary>
    public int Count => _entries.Count;

    /// <summary>Adds a key; nothing when there is no value.</summary>
    public void Add(string key, object? value)
    {
        if (value is not null)
        {
            _entries.Add(new(key, value));
        }
    }

    /// <summary>Adds the keys of another map.</summary>
    public YamlMap With(YamlMap other)
    {
        _entries.AddRange(other._entries);
        return this;
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
