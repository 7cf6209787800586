using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Networks;

namespace FlopsPS.Counting;

/// <summary>The layers in which a convention leaves operations out, and what a strict measurement says of them.
/// </summary>
internal sealed class UncountedLayers
{
    private readonly List<(string Kind, string Operations, string Path)> _layers = [];

    public bool Any => _layers.Count > 0;

    /// <summary>Notes the layer if some of its operations are uncounted.</summary>
    public void Add(Node node, CostSum cost)
    {
        if (cost.Uncounted is { } operations)
        {
            _layers.Add((node.Layer.Kind, operations, node.Path));
        }
    }

    /// <summary>The error that names them all: layers that lack the same stand under one heading.</summary>
    public NetworkException Error(Network network, Convention convention)
    {
        IEnumerable<string> lines = _layers
            .GroupBy(layer => (layer.Kind, layer.Operations), layer => layer.Path)
            .OrderByDescending(group => group.Count())
            .SelectMany(group => group
                .Select(path => "    " + path)
                .Prepend(FormattableString.Invariant(
                    $"  {Heading(group.Key.Kind, group.Key.Operations)}, {Layers(group.Count())}:")));
        string message = FormattableString.Invariant(
            $"'{network.Name}' has operations that {convention.Name} does not define, in {Layers(_layers.Count)}:\n");
        return new(ErrorCode.OperationUncounted, message + string.Join("\n", lines));
    }

    // An operator of a model is called by its name, which the layer has too, with its domain in front: my.Kind (reason).
    private static string Heading(string kind, string operations)
    {
        int end = operations.IndexOf(" (", StringComparison.Ordinal);
        string name = end < 0 ? operations : operations.Substring(0, end);
        return name == kind || name.EndsWith("." + kind, StringComparison.Ordinal)
            ? operations
            : $"{kind} ({operations})";
    }

    private static string Layers(int count) =>
        count == 1 ? "1 layer" : FormattableString.Invariant($"{count} layers");
}
