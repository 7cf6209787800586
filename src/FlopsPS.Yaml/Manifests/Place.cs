using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A level of the hierarchy while a network is being built: its path, its names, its outputs.</summary>
internal sealed class Place
{
    /// <summary>A longer path is refused.</summary>
    public const int MaximumPath = 256;

    // A hint compares letter by letter with every name it looks at.
    private const int MaximumHints = 1_000;

    private readonly Dictionary<string, IReadOnlyList<Tensor>> _outputs;
    private readonly NameScope _names;
    private readonly Place? _parent;
    private readonly string _prefix;

    /// <summary>The level of the network itself.</summary>
    public Place(DataType? dataType = null)
    {
        DataType = dataType;
        _outputs = new(StringComparer.Ordinal);
        _names = new();
        _prefix = string.Empty;
    }

    private Place(Place parent, string path, NodeRole role)
    {
        _parent = parent;
        _outputs = parent._outputs;
        _names = new();
        _prefix = path + "/";
        Role = role == NodeRole.Whole ? parent.Role : role;
        DataType = parent.DataType;
    }

    // The same level for layers of another role, or whose weights are of another type.
    private Place(Place same, NodeRole role, DataType? dataType)
    {
        _outputs = same._outputs;
        _names = same._names;
        _parent = same._parent;
        _prefix = same._prefix;
        Role = role;
        DataType = dataType;
    }

    /// <summary>Which part of their cost the layers here have.</summary>
    public NodeRole Role { get; }

    /// <summary>The type of the weights of the layers here; null where the manifest does not say it.</summary>
    public DataType? DataType { get; }

    /// <summary>The path of the next layer of this kind, or of this name when it has one.</summary>
    /// <exception cref="NetworkException">The path is too long to keep a million of its kind.</exception>
    public string Claim(string kind, string? name)
    {
        string path = _prefix + (name ?? _names.Claim(kind));
        return path.Length <= MaximumPath
            ? path
            : throw new NetworkException(
                ErrorCode.NetworkTooLarge, $"a path has at most {MaximumPath} characters; use shorter names");
    }

    /// <summary>A level below this one.</summary>
    public Place Below(string path, NodeRole role = NodeRole.Whole) => new(this, path, role);

    /// <summary>The same level for layers that share the weights of earlier ones. What never runs stays so.</summary>
    public Place Sharing() => Role == NodeRole.Idle ? this : new(this, NodeRole.Shared, DataType);

    /// <summary>The same level for layers whose weights are of this type; null: of the type they have here.</summary>
    public Place Typed(DataType? dataType) => dataType is null ? this : new(this, Role, dataType);

    /// <summary>The path of one of several repetitions.</summary>
    public static string Numbered(string path, long index) => path + "/" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Remembers what leaves a layer or block, for 'from'.</summary>
    public void Record(string path, IReadOnlyList<Tensor> outputs) => _outputs[path] = outputs;

    /// <summary>Remembers each of several tensors that leave a layer or block, by its number.</summary>
    public void RecordParts(string path, IReadOnlyList<Tensor> outputs)
    {
        for (int i = 0; outputs.Count > 1 && i < outputs.Count; i++)
        {
            Record(Numbered(path, i), [outputs[i]]);
        }
    }

    /// <summary>What left the layer of this name: looked up on this level, then on those above; with / before it, on
    /// the level of the network alone.</summary>
    public IReadOnlyList<Tensor>? Find(string name)
    {
        if (name.StartsWith("/", StringComparison.Ordinal))
        {
            return _outputs.TryGetValue(name.Substring(1), out IReadOnlyList<Tensor>? absolute) ? absolute : null;
        }

        for (Place? place = this; place is not null; place = place._parent)
        {
            if (_outputs.TryGetValue(place._prefix + name, out IReadOnlyList<Tensor>? found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Whether a layer or an input of this path has been recorded.</summary>
    public bool IsTaken(string path) => _outputs.ContainsKey(path);

    /// <summary>Names so far, as this level would write them, for a hint.</summary>
    public IEnumerable<string> Names() => _outputs.Keys.Take(MaximumHints).Select(path =>
        path.StartsWith(_prefix, StringComparison.Ordinal) ? path.Substring(_prefix.Length) : path);
}
