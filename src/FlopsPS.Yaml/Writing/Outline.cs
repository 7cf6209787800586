using System;
using System.Collections.Generic;
using System.Linq;
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

    private readonly IReadOnlyList<Node> _nodes;
    private readonly References _references;
    private readonly DataType? _standard;
    private readonly HashSet<string> _paths;
    private readonly Dictionary<string, (int First, int Last, int Count)> _spans = new(StringComparer.Ordinal);
    private readonly Dictionary<Tensor, TensorShape> _shapes = [];
    private IReadOnlyList<Tensor> _current;

    private Outline(Network network, DataType? standard)
    {
        _nodes = network.Nodes;
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
    public static YamlList Of(Network network, DataType? standard)
    {
        var outline = new Outline(network, standard);
        List<object> items = outline.Items(0, network.Nodes.Count, [string.Empty], isIdle: false);
        if (!outline._current.SequenceEqual(network.Outputs))
        {
            items.Add(new YamlMap
            {
                { StepReader.Group, "[]" },
                { "from", outline._references.Of(network.Outputs, [string.Empty]) },
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

    private List<object> Items(int start, int end, IReadOnlyList<string> levels, bool isIdle)
    {
        var items = new List<object>();
        var names = new NameScope();
        for (int next = start; next < end;)
        {
            Node node = _nodes[next];
            try
            {
                (object item, int count) = node.IsIdle && !isIdle ? Training(next, end, levels, names)
                    : Group(next, end, levels, isIdle) ?? (Layer(node, levels, names), 1);
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
                var item = new YamlMap { { "name", YamlText.Scalar(path.Substring(levels[0].Length)) } };
                item.Add(StepReader.Group, new YamlList(Items(start, last + 1, [whole, .. levels], isIdle), isOfLayers: true));
                _references.Record(path);
                return (item, count);
            }
        }

        return null;
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
                new YamlList(Items(start, stop, [level, .. levels], isIdle: true), isOfLayers: true)
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
        for (int i = 0; i < outputs.Count; i++)
        {
            _shapes.Add(node.Outputs[i], outputs[i]);
        }

        var item = new YamlMap { { layer.Word, layer.Arguments } };
        item.Add("name", NameOf(node.Path.Substring(levels[0].Length), layer.DefaultName, names));
        item.Add("from", node.Inputs.SequenceEqual(_current) ? null : _references.Of(node.Inputs, levels));
        item.Add("shared", node.IsShared ? "true" : null);
        item.With(layer.Siblings);
        _references.Record(node.Path, node.Outputs.Count);
        _current = node.Outputs;
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
