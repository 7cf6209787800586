using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Yaml.Manifests;

namespace FlopsPS.Yaml.Writing;

/// <summary>Layers that are a residual or parallel branches: the paths from a tensor on, and the layer that joins them.
/// </summary>
/// <remarks>Only where the layers have the names that a reader of such a structure gives them.</remarks>
internal sealed class Structure
{
    private Structure(int join, IReadOnlyList<(int Start, int End, string? Name)> paths)
    {
        Join = join;
        Paths = paths;
    }

    /// <summary>The place of the layer that joins the paths.</summary>
    public int Join { get; }

    /// <summary>Where each path starts and ends, and the name of the level that it makes; null for the body of a
    /// residual, which lies on the level around it. An empty path is the tensor itself.</summary>
    public IReadOnlyList<(int Start, int End, string? Name)> Paths { get; }

    /// <summary>Whether it is a body and a shortcut.</summary>
    public bool IsResidual => Paths[0].Name is null;

    /// <summary>A body from a place on, and a shortcut on the level below that is called so, or the source itself; null
    /// where there is none.</summary>
    /// <param name="nodes">All layers.</param>
    /// <param name="start">The place.</param>
    /// <param name="join">The place of the layer that joins.</param>
    /// <param name="source">The tensor that comes in.</param>
    /// <param name="level">The beginning of all paths of the level.</param>
    public static Structure? Residual(IReadOnlyList<Node> nodes, int start, int join, Tensor source, string level)
    {
        Node node = nodes[join];
        if (node.Layer.ToString() != Joint.Add.ToString()
            || node.Inputs.Count != 2
            || !node.Inputs[0].Shape.Equals(node.Inputs[1].Shape))
        {
            return null;
        }

        string name = Head(nodes[join - 1].Path, level);
        int middle = join;
        while (name.StartsWith("shortcut", StringComparison.Ordinal)
            && middle > start
            && nodes[middle - 1].Path.StartsWith($"{level}{name}/", StringComparison.Ordinal))
        {
            middle--;
        }

        bool isShortcut = middle == join
            ? node.Inputs[1] == source
            : MakesOnly(nodes[join - 1], node.Inputs[1]);
        return middle > start && isShortcut && MakesOnly(nodes[middle - 1], node.Inputs[0])
            ? new(join, [(start, middle, null), (middle, join, name)])
            : null;
    }

    /// <summary>Paths from a place on, each on a level below that has the next name of a branch; null where there are
    /// none.</summary>
    /// <param name="nodes">All layers.</param>
    /// <param name="start">The place.</param>
    /// <param name="join">The place of the layer that joins.</param>
    /// <param name="source">The tensor that comes in.</param>
    /// <param name="level">The beginning of all paths of the level.</param>
    /// <param name="names">The names on the level so far.</param>
    public static Structure? Branches(
        IReadOnlyList<Node> nodes, int start, int join, Tensor source, string level, NameScope names)
    {
        var paths = new List<(int, int, string?)>();
        int place = start;
        foreach (Tensor end in nodes[join].Inputs)
        {
            string name = names.Next("branch", paths.Count);
            int first = place;
            while (place < join && nodes[place].Path.StartsWith($"{level}{name}/", StringComparison.Ordinal))
            {
                place++;
            }

            if (first == place ? end != source : !MakesOnly(nodes[place - 1], end))
            {
                return null;
            }

            paths.Add((first, place, name));
        }

        return place == join && paths.Count > 1 ? new(join, paths) : null;
    }

    /// <summary>Whether a layer can join the paths of a structure.</summary>
    public static bool Joins(Node node) =>
        node.Role == NodeRole.Whole
        && Joint.Words.Contains(node.Layer.Kind)
        && node.Layer.Definition == Layers.LayerCatalog.Find(node.Layer.Kind)
        && node.Weights is null or { Count: 0 };

    /// <summary>The first name of a path below a level.</summary>
    public static string Head(string path, string level)
    {
        string rest = path.Substring(level.Length);
        int end = rest.IndexOf('/');
        return end < 0 ? rest : rest.Substring(0, end);
    }

    private static bool MakesOnly(Node node, Tensor tensor) => node.Outputs.Count == 1 && node.Outputs[0] == tensor;
}
