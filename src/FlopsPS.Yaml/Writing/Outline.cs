using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Manifests;

namespace FlopsPS.Yaml.Writing;

/// <summary>The layers of a network as nested lists: what lies together in the hierarchy is a group of its name.
/// </summary>
internal sealed class Outline
{
    // Deeper levels are written into the names; the reader allows 64 levels of YAML, of which a group takes two.
    private const int MaximumLevels = 16;

    // A tensor that is added again and again makes residuals within residuals; deeper ones are written one by one.
    private const int MaximumStructures = 6;

    private readonly IReadOnlyList<Node> _nodes;
    private readonly References _references;
    private readonly DataType? _standard;
    private readonly HashSet<string> _paths;
    private readonly Dictionary<string, (int First, int Last, int Count)> _spans = new(StringComparer.Ordinal);
    private readonly Dictionary<Tensor, TensorShape> _shapes = [];
    private readonly ILookup<Tensor, int> _readers;
    private readonly HashSet<int> _plain;
    private readonly List<int> _misnamed = [];
    private IReadOnlyList<Tensor> _current;
    private int _structures;

    private Outline(Network network, DataType? standard, HashSet<int> plain)
    {
        _nodes = network.Nodes;
        _plain = plain;
        _readers = Enumerable.Range(0, _nodes.Count)
            .SelectMany(place => _nodes[place].Inputs.Select(tensor => (Tensor: tensor, Place: place)))
            .ToLookup(pair => pair.Tensor, pair => pair.Place);
        _references = new(network);
        _standard = standard;
        _paths = new(_nodes.Select(node => node.Path), StringComparer.Ordinal);
        _current = [.. network.Inputs.Select(input => input.Tensor)];
        foreach (Tensor input in _current)
        {
            _shapes.Add(input, input.Shape);
        }

        for (int i = 0; i < _nodes.Count; i++)
        {
            foreach (string level in Levels(_nodes[i].Path))
            {
                _spans[level] = _spans.TryGetValue(level, out (int First, int Last, int Count) span)
                    ? (span.First, i, span.Count + 1)
                    : (i, i, 1);
            }
        }
    }

    /// <summary>The list of layers.</summary>
    /// <exception cref="NetworkException">A layer cannot be written; the error names it.</exception>
    public static YamlList Of(Network network, DataType? standard, bool hasStructures)
    {
        // Whether the layers of a structure have the names that a reader gives them shows when they are written; those
        // that do not are written one by one then.
        HashSet<int> plain = hasStructures ? [] : [.. Enumerable.Range(0, network.Nodes.Count)];
        while (true)
        {
            var outline = new Outline(network, standard, plain);
            List<object> items = outline.Items(0, network.Nodes.Count, [string.Empty], isIdle: false, new());
            if (outline._misnamed.Count == 0)
            {
                return outline.Finish(network, items);
            }

            plain.UnionWith(outline._misnamed);
        }
    }

    private YamlList Finish(Network network, List<object> items)
    {
        if (!_current.SequenceEqual(network.Outputs))
        {
            items.Add(new YamlMap
            {
                { StepReader.Group, "[]" },
                { "from", _references.Of(network.Outputs, [string.Empty]) },
            });
        }

        return new(items, isOfLayers: true);
    }

    // The beginnings of a path that end in /, the longest last.
    private static IEnumerable<string> Levels(string path)
    {
        for (int end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
        {
            yield return path.Substring(0, end + 1);
        }
    }

    private List<object> Items(int start, int end, IReadOnlyList<string> levels, bool isIdle, NameScope names)
    {
        var items = new List<object>();
        for (int next = start; next < end;)
        {
            Node node = _nodes[next];
            try
            {
                (object item, int count) = node.IsIdle && !isIdle ? Training(next, end, levels, names)
                    : Structured(next, end, levels, isIdle, names)
                    ?? Group(next, end, levels, isIdle) ?? (Layer(node, levels, names), 1);
                items.Add(item);
                next += count;
            }
            catch (NetworkException error)
            {
                throw error.At(node.Path, node.Position);
            }
        }

        return items;
    }

    // The largest residual or branches that start here.
    private (object Item, int Count)? Structured(
        int start, int end, IReadOnlyList<string> levels, bool isIdle, NameScope names)
    {
        if (_current.Count != 1 || isIdle || _structures == MaximumStructures)
        {
            return null;
        }

        Tensor source = _current[0];
        Structure? found = _readers[source]
            .Where(reader => reader >= start && reader < end)
            .Select(reader => JoinAfter(reader, end, levels[0]))
            .OfType<int>()
            .Where(join => join > start && !_plain.Contains(join) && Structure.Joins(_nodes[join]))
            .OrderByDescending(join => join)
            .Select(join => Structure.Residual(_nodes, start, join, source, levels[0])
                ?? Structure.Branches(_nodes, start, join, source, levels[0], names))
            .FirstOrDefault(structure => structure is not null);
        return found is null ? null : (Write(found, levels, names), found.Join + 1 - start);
    }

    // The reader itself, or the next layer on the level behind one that lies below it.
    private int? JoinAfter(int reader, int end, string level)
    {
        while (reader < end && _nodes[reader].Path.IndexOf('/', level.Length) >= 0)
        {
            reader++;
        }

        return reader < end ? reader : null;
    }

    private YamlMap Write(Structure structure, IReadOnlyList<string> levels, NameScope names)
    {
        Node join = _nodes[structure.Join];
        IReadOnlyList<Tensor> source = _current;
        var paths = new List<YamlList>();
        _structures++;
        foreach ((int start, int end, string? name) in structure.Paths)
        {
            _current = source;
            if (name is not null && names.Claim(structure.IsResidual ? "shortcut" : "branch") != name && end > start)
            {
                _misnamed.Add(structure.Join);
            }

            IReadOnlyList<string> inner = name is null ? levels : [$"{levels[0]}{name}/", .. levels];
            paths.Add(new(Items(start, end, inner, isIdle: false, name is null ? names : new()), isOfLayers: true));
        }

        _structures--;
        if (names.Claim(join.Layer.Kind) != join.Path.Substring(levels[0].Length))
        {
            _misnamed.Add(structure.Join);
        }

        (LayerText text, IReadOnlyList<TensorShape> outputs) =
            LayerText.Of(join, [.. join.Inputs.Select(tensor => _shapes[tensor])], _standard);
        Hand(join, outputs);
        if (structure.IsResidual)
        {
            var parts = new YamlMap { { "body", paths[0] } };
            parts.Add("shortcut", paths[1].Items.Count > 0 ? paths[1] : null);
            return new() { { "residual", parts } };
        }

        var branches = new YamlMap { { "paths", new YamlList(paths) } };
        branches.Add("join", join.Layer.Kind == Joint.Words[0] ? null : join.Layer.Kind);
        return new() { { "branches", text.Arguments is YamlMap axis ? branches.With(axis) : branches } };
    }

    private void Hand(Node node, IReadOnlyList<TensorShape> outputs)
    {
        for (int i = 0; i < outputs.Count; i++)
        {
            _shapes.Add(node.Outputs[i], outputs[i]);
        }

        _references.Record(node.Path, node.Outputs.Count);
        _current = node.Outputs;
    }

    // The outermost level below this one whose layers follow each other, and are more than one.
    private (object Item, int Count)? Group(int start, int end, IReadOnlyList<string> levels, bool isIdle)
    {
        foreach (string level in Levels(_nodes[start].Path).Where(level => level.Length > levels[0].Length))
        {
            (int first, int last, int count) = _spans[level];
            string path = level.Substring(0, level.Length - 1);
            if (first == start && last < end && count == last - first + 1 && count > 1
                && levels.Count < MaximumLevels && !_paths.Contains(path) && !_references.IsInput(path))
            {
                string whole = Widest(level, start, last + 1);
                path = whole.Substring(0, whole.Length - 1);
                List<object> items = Items(start, last + 1, [whole, .. levels], isIdle, new());
                var item = new YamlMap { { "name", YamlText.Scalar(path.Substring(levels[0].Length)) } };
                if (Repeated(items) is { } repeated)
                {
                    item.Add("repeat", RawText.Of((long)items.Count));
                    item.Add(StepReader.Group, repeated);
                }
                else
                {
                    item.Add(StepReader.Group, new YamlList(items, isOfLayers: true));
                }

                _references.Record(path);
                return (item, count);
            }
        }

        return null;
    }

    // The layers of groups that are called 0, 1, 2 and so on and are all the same.
    private static object? Repeated(IReadOnlyList<object> items)
    {
        object? layers = null;
        for (int i = 0; i < items.Count; i++)
        {
            YamlMap expected = new()
            {
                { "name", RawText.Of((long)i) },
                { StepReader.Group, layers ??= (items[0] as YamlMap)?.Last().Value },
            };
            if (items[i] is not YamlMap item || YamlText.Of(item) != YamlText.Of(expected))
            {
                return null;
            }
        }

        return items.Count > 1 ? layers : null;
    }

    // What training alone runs: the layers that follow each other below one level.
    private (object Item, int Count) Training(int start, int end, IReadOnlyList<string> levels, NameScope names)
    {
        string level = Levels(_nodes[start].Path).FirstOrDefault(level => level.Length > levels[0].Length)
            ?? throw new NetworkException(
                ErrorCode.ManifestInvalid,
                "a manifest cannot say that it runs in training only, since it does not lie in a level below");
        int stop = start;
        while (stop < end && _nodes[stop].IsIdle && _nodes[stop].Path.StartsWith(level, StringComparison.Ordinal))
        {
            stop++;
        }

        level = Widest(level, start, stop);
        string path = level.Substring(0, level.Length - 1);
        IReadOnlyList<Tensor> incoming = _current;
        var item = new YamlMap
        {
            {
                StepReader.Training,
                new YamlList(Items(start, stop, [level, .. levels], isIdle: true, new()), isOfLayers: true)
            },
        };
        item.Add("name", NameOf(path.Substring(levels[0].Length), StepReader.Training, names));
        _references.Record(path);
        _current = incoming;
        return (item, stop - start);
    }

    // The longest beginning that all these paths have in common, from this one on.
    private string Widest(string level, int start, int end)
    {
        foreach (string longer in Levels(_nodes[start].Path).Where(longer => longer.Length > level.Length))
        {
            for (int i = start; i < end; i++)
            {
                if (!_nodes[i].Path.StartsWith(longer, StringComparison.Ordinal))
                {
                    return level;
                }
            }

            level = longer;
        }

        return level;
    }

    private object Layer(Node node, IReadOnlyList<string> levels, NameScope names)
    {
        TensorShape[] inputs = [.. node.Inputs.Select(tensor => _shapes[tensor])];
        (LayerText layer, IReadOnlyList<TensorShape> outputs) = LayerText.Of(node, inputs, _standard);
        var item = new YamlMap { { layer.Word, layer.Arguments } };
        item.Add("name", NameOf(node.Path.Substring(levels[0].Length), layer.DefaultName, names));
        item.Add("from", node.Inputs.SequenceEqual(_current) ? null : _references.Of(node.Inputs, levels));
        item.Add("shared", node.IsShared ? "true" : null);
        item.With(layer.Siblings);
        Hand(node, outputs);
        return item.Count == 1 && layer.Arguments is string ? layer.Word : item;
    }

    // Nothing where the reader finds the name by itself.
    private static string? NameOf(string name, string kind, NameScope names)
    {
        if (names.Next(kind) != name)
        {
            return YamlText.Scalar(name);
        }

        names.Claim(kind);
        return null;
    }
}
