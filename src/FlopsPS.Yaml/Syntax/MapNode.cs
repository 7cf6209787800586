using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Syntax;

/// <summary>Keys and their values, in the order of the file. No key stands twice.</summary>
internal sealed class MapNode : SyntaxNode
{
    private readonly List<KeyValuePair<ScalarNode, SyntaxNode>> _entries = [];
    private readonly Dictionary<string, SyntaxNode> _byKey = new(StringComparer.Ordinal);

    public MapNode(SourcePosition position)
        : base(position)
    {
    }

    public IReadOnlyList<KeyValuePair<ScalarNode, SyntaxNode>> Entries => _entries;

    public override string What => "a map";

    public void Add(ScalarNode key, SyntaxNode value)
    {
        if (_byKey.ContainsKey(key.Text))
        {
            throw key.Invalid($"the key '{key.Text}' stands here twice; keep one");
        }

        _byKey.Add(key.Text, value);
        _entries.Add(new(key, value));
        Size += value.Size + 1;
        Depth = Math.Max(Depth, value.Depth + 1);
    }

    /// <summary>The value of a key, or null.</summary>
    public SyntaxNode? Find(string key) => _byKey.TryGetValue(key, out SyntaxNode? value) ? value : null;

    /// <summary>Refuses keys other than these.</summary>
    public void Allow(string where, params string[] keys)
    {
        foreach (KeyValuePair<ScalarNode, SyntaxNode> entry in _entries)
        {
            if (!keys.Contains(entry.Key.Text))
            {
                throw entry.Key.Invalid(
                    $"'{entry.Key.Text}' has no meaning in {where}; known are {string.Join(", ", keys)}."
                    + NearestWord.Hint(entry.Key.Text, keys));
            }
        }
    }
}
