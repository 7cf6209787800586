using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Yaml.Writing;

/// <summary>Compares a network with what came back from its manifest.</summary>
internal static class Readback
{
    private static readonly StringComparer s_order = StringComparer.Ordinal;

    /// <summary>Refuses a manifest that says something else.</summary>
    /// <exception cref="NetworkException">The error names the layer, and what differs.</exception>
    public static void Check(Network network, Network copy)
    {
        Same(Facts(network), Facts(copy), path: null);
        Dictionary<Tensor, string> names = Names(network);
        Dictionary<Tensor, string> copies = Names(copy);
        for (int i = 0; i < network.Nodes.Count && i < copy.Nodes.Count; i++)
        {
            Same(Facts(network.Nodes[i], names), Facts(copy.Nodes[i], copies), network.Nodes[i].Path);
        }

        Same(Outputs(network, names), Outputs(copy, copies), path: null);
    }

    private static void Same(IEnumerable<string> facts, IEnumerable<string> copies, string? path)
    {
        foreach ((string fact, string copy) in facts.Zip(copies, (fact, copy) => (fact, copy)))
        {
            if (fact != copy)
            {
                throw new NetworkException(
                    ErrorCode.ManifestInvalid, $"a manifest cannot say this: '{fact}' would become '{copy}'").At(path);
            }
        }
    }

    private static IEnumerable<string> Facts(Network network) =>
    [
        network.Name,
        network.Description,
        network.Family,
        network.Paper,
        network.Implementation,
        $"year {network.Year}",
        .. network.Inputs.Select(input => $"{input.Name} {input.Tensor.Shape} {input.Tensor.Shape.Layout}"),
        $"{network.Nodes.Count} layers",
    ];

    // Names of tensors that do not depend on those of the layers.
    private static Dictionary<Tensor, string> Names(Network network)
    {
        Dictionary<Tensor, string> names = network.Inputs.ToDictionary(input => input.Tensor, input => input.Name);
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            for (int output = 0; output < network.Nodes[i].Outputs.Count; output++)
            {
                names.Add(network.Nodes[i].Outputs[output], $"{i}:{output}");
            }
        }

        return names;
    }

    private static IEnumerable<string> Outputs(Network network, Dictionary<Tensor, string> names) =>
        [string.Join(" ", network.Outputs.Select(tensor => names[tensor]))];

    private static IEnumerable<string> Facts(Node node, Dictionary<Tensor, string> names)
    {
        var lowering = new Lowering();
        node.Lower(lowering);
        return
        [
            node.Path,
            $"{node.Layer.Kind} {node.Role}",
            "reads " + string.Join(" ", node.Inputs.Select(tensor => names[tensor])),
            "makes " + string.Join(" ", node.Outputs.Select(tensor => tensor.Shape)),
            "stores " + string.Concat(lowering.Weights.Select(WeightsText.Text).OrderBy(text => text, s_order)),
            "does " + string.Concat(lowering.Operations.Select(operation => YamlText.Of(LayerText.Of(operation)))),
        ];
    }
}
