using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Yaml.Manifests;

namespace FlopsPS.Yaml.Writing;

/// <summary>The names by which earlier layers are found again from a level of the hierarchy.</summary>
internal sealed class References
{
    private readonly HashSet<string> _recorded = new(StringComparer.Ordinal);
    private readonly Dictionary<Tensor, string> _inputs = [];

    /// <summary>Knows the inputs.</summary>
    public References(Network network)
    {
        foreach (NetworkInput input in network.Inputs)
        {
            _recorded.Add(input.Name);
            _inputs.Add(input.Tensor, input.Name);
        }
    }

    /// <summary>Whether an input has this name.</summary>
    public bool IsInput(string path) => _inputs.ContainsValue(path);

    /// <summary>Says that a layer, or a group of them, can be named from now on.</summary>
    public void Record(string path, int outputs = 1)
    {
        _recorded.Add(path);
        for (int i = 0; outputs > 1 && i < outputs; i++)
        {
            _recorded.Add(Place.Numbered(path, i));
        }
    }

    /// <summary>The names of tensors as a level writes them.</summary>
    /// <param name="tensors">What is read.</param>
    /// <param name="levels">The beginnings of the paths of the level and of those above it, the innermost first and the
    /// empty one of the network last.</param>
    public object Of(IReadOnlyList<Tensor> tensors, IReadOnlyList<string> levels)
    {
        string[] names = [.. Paths(tensors).Select(path => YamlText.Scalar(Short(path, levels)))];
        return names.Length == 1 ? names[0] : YamlText.Flow(names);
    }

    // All outputs of a layer together have its name.
    private IEnumerable<string> Paths(IReadOnlyList<Tensor> tensors)
    {
        for (int i = 0; i < tensors.Count; i++)
        {
            if (tensors[i].Producer is not { } producer)
            {
                yield return _inputs[tensors[i]];
            }
            else if (producer.Outputs.SequenceEqual(tensors.Skip(i).Take(producer.Outputs.Count)))
            {
                yield return producer.Path;
                i += producer.Outputs.Count - 1;
            }
            else
            {
                yield return Place.Numbered(producer.Path, IndexOf(producer, tensors[i]));
            }
        }
    }

    private static int IndexOf(Node producer, Tensor tensor)
    {
        int index = 0;
        while (!ReferenceEquals(producer.Outputs[index], tensor))
        {
            index++;
        }

        return index;
    }

    private string Short(string path, IReadOnlyList<string> levels)
    {
        for (int i = 0; i < levels.Count; i++)
        {
            if (path.StartsWith(levels[i], StringComparison.Ordinal))
            {
                string name = path.Substring(levels[i].Length);
                if (!levels.Take(i).Any(inner => _recorded.Contains(inner + name)))
                {
                    return name;
                }
            }
        }

        return "/" + path;
    }
}
