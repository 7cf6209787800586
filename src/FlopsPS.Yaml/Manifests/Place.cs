using System.Collections.Generic;
using System.Globalization;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A level of the hierarchy while a network is being built: its path, its names, its outputs.</summary>
internal sealed class Place
{
    private readonly Dictionary<string, IReadOnlyList<Tensor>> _outputs;
    private readonly NameScope _names = new();
    private readonly Place? _parent;
    private readonly string _prefix;

    /// <summary>The level of the network itself.</summary>
    public Place()
    {
        _outputs = new(System.StringComparer.Ordinal);
        _prefix = string.Empty;
    }

    private Place(Place parent, string path)
    {
        _parent = parent;
        _outputs = parent._outputs;
        _prefix = path + "/";
        Depth = parent.Depth + 1;
    }

    /// <summary>How many levels are above this one.</summary>
    public int Depth { get; }

    /// <summary>The path of the next layer of this kind, or of this name when it has one.</summary>
    public string Claim(string kind, string? name) => _prefix + (name ?? _names.Claim(kind));

    /// <summary>A level below this one.</summary>
    public Place Below(string path) => new(this, path);

    /// <summary>The path of one of several repetitions.</summary>
    public static string Numbered(string path, long index) => path + "/" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Remembers what leaves a layer or block, for 'from'; of several tensors each gets a number.</summary>
    public void Record(string path, IReadOnlyList<Tensor> outputs)
    {
        _outputs[path] = outputs;
        for (int i = 0; outputs.Count > 1 && i < outputs.Count; i++)
        {
            _outputs[Numbered(path, i)] = [outputs[i]];
        }
    }

    /// <summary>What left the layer of this name: looked up on this level, then on those above.</summary>
    public IReadOnlyList<Tensor>? Find(string name)
    {
        for (Place? place = this; place is not null; place = place._parent)
        {
            if (_outputs.TryGetValue(place._prefix + name, out IReadOnlyList<Tensor>? found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>All names so far, as this level would write them.</summary>
    public IEnumerable<string> Names()
    {
        foreach (string path in _outputs.Keys)
        {
            yield return path.StartsWith(_prefix, System.StringComparison.Ordinal) ? path.Substring(_prefix.Length) : path;
        }
    }
}
