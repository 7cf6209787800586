using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using FlopsPS.Yaml;

namespace FlopsPS.Onnx.Tests;

/// <summary>A network as an exporter writes it for inference: a batch normalisation that alone follows a convolution is
/// in its weights and its bias, and what does not run is gone.</summary>
internal static class FoldedNorms
{
    public static Network Of(Network network)
    {
        ILookup<Tensor, Node> readers = network.Nodes
            .SelectMany(node => node.Inputs.Select(input => (input, node)))
            .ToLookup(pair => pair.input, pair => pair.node);
        bool Folds(Node? node) => node is { Layer.Kind: "conv" }
            && readers[node.Outputs[0]].Select(reader => reader.Layer.Kind).SequenceEqual(["batchnorm"]);

        var builder = new NetworkBuilder();
        Dictionary<Tensor, Tensor> made = network.Inputs.ToDictionary(
            input => input.Tensor, input => builder.AddInput(input.Name, input.Tensor.Shape));
        foreach (Node node in network.Nodes.Where(node => !node.IsIdle))
        {
            Tensor[] inputs = [.. node.Inputs.Select(input => made[input])];
            IReadOnlyList<Tensor> outputs = node.Layer.Kind == "batchnorm" && Folds(node.Inputs[0].Producer)
                ? inputs
                : Folds(node) ? builder.Add(node.Path, Biased(node), inputs, role: node.Role).Outputs
                : builder.AddStated(node.Path, node.Layer, inputs, outputs: null, node.Weights, role: node.Role).Outputs;
            foreach ((Tensor before, Tensor after) in node.Outputs.Zip(outputs))
            {
                made[before] = after;
            }
        }

        return builder.Build(network.Name, [.. network.Outputs.Select(output => made[output])]);
    }

    // The manifest of the one layer, read again without the words that it has no bias.
    private static Layer Biased(Node convolution)
    {
        string arguments = convolution.Layer.Arguments.Replace(", bias: false", string.Empty);
        TensorShape input = convolution.Inputs[0].Shape;
        string manifest = $$"""
            input: { shape: [{{string.Join(", ", input.Sizes)}}], layout: {{input.Layout}} }
            layers:
              - conv: { {{arguments}} }
            """;
        return ManifestReader.Read(manifest, file: null, "conv").Single()
            .Build(NetworkRequest.None, CancellationToken.None).Nodes[0].Layer;
    }
}
