using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Onnx.Models;

namespace FlopsPS.Onnx.Inference;

/// <summary>Puts the nodes of a graph into an order in which each comes behind what it reads; the order of the file
/// where that is one.</summary>
internal static class NodeOrder
{
    /// <summary>The nodes in order.</summary>
    /// <exception cref="NetworkException">Two nodes make a value of one name, or a node reads what it makes.
    /// </exception>
    public static IReadOnlyList<NodeModel> Of(IReadOnlyList<NodeModel> nodes)
    {
        Dictionary<string, int> producers = Producers(nodes);
        var readers = new List<int>[nodes.Count];
        int[] waiting = new int[nodes.Count];
        for (int i = 0; i < nodes.Count; i++)
        {
            foreach (int producer in Reads(nodes[i]).Where(producers.ContainsKey).Select(name => producers[name]))
            {
                (readers[producer] ??= []).Add(i);
                waiting[i]++;
            }
        }

        var ready = new SortedSet<int>(Enumerable.Range(0, nodes.Count).Where(i => waiting[i] == 0));
        var order = new List<NodeModel>(nodes.Count);
        while (ready.Count > 0)
        {
            int next = ready.Min;
            ready.Remove(next);
            order.Add(nodes[next]);
            foreach (int reader in readers[next] ?? [])
            {
                if (--waiting[reader] == 0)
                {
                    ready.Add(reader);
                }
            }
        }

        return order.Count == nodes.Count
            ? order
            : throw Invalid(nodes[Array.FindIndex(waiting, count => count > 0)], "is part of a cycle: it reads what "
                + "comes of its own output");
    }

    private static Dictionary<string, int> Producers(IReadOnlyList<NodeModel> nodes)
    {
        var producers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < nodes.Count; i++)
        {
            foreach (string name in nodes[i].Outputs.Where(name => name.Length > 0))
            {
                if (producers.ContainsKey(name))
                {
                    throw Invalid(nodes[i], $"makes '{name}', which another node makes too");
                }

                producers.Add(name, i);
            }
        }

        return producers;
    }

    // A graph within a node sees the values around it, so the node reads what its graph reads.
    private static IEnumerable<string> Reads(NodeModel node) => node.Inputs.Concat(
        node.Attributes.Values
            .Where(attribute => attribute.Graph is not null)
            .SelectMany(attribute => attribute.Graph!.Nodes.SelectMany(Reads)
                .Concat(attribute.Graph.Outputs.Select(output => output.Name))));

    private static NetworkException Invalid(NodeModel node, string what) =>
        new(ErrorCode.ModelInvalid, $"the node '{node.Label}' at byte {node.Place} {what}");
}
