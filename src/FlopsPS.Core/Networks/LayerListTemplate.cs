using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Tensors;

namespace FlopsPS.Networks;

/// <summary>A network that is nothing but its layers: the same nodes behind inputs of other shapes.</summary>
internal sealed class LayerListTemplate : NetworkTemplate
{
    private readonly Network _network;

    public LayerListTemplate(Network network) => _network = network;

    public override string Name => _network.Name;

    public override IReadOnlyList<string> ParameterNames => [];

    public override Network Build(NetworkRequest request, CancellationToken cancellation)
    {
        foreach (string name in request.Parameters.Keys)
        {
            throw new NetworkException(
                ErrorCode.ParameterInvalid, $"'{name}' cannot be set: '{_network.Name}' has no parameters");
        }

        request.CheckInputs([.. _network.Inputs.Select(input => input.Name)]);
        var builder = new NetworkBuilder();
        var replaced = new Dictionary<Tensor, Tensor>();
        foreach (NetworkInput input in _network.Inputs)
        {
            TensorShape shape = request.ShapeOf(input.Name, input.Tensor.Shape);
            replaced[input.Tensor] = builder.AddInput(input.Name, shape, input.Layout);
        }

        foreach (Node node in _network.Nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            Node copy = builder.Add(
                node.Path,
                node.Layer,
                [.. node.Inputs.Select(tensor => replaced[tensor])],
                node.Position,
                node.Role,
                node.DataType);
            for (int i = 0; i < node.Outputs.Count; i++)
            {
                replaced[node.Outputs[i]] = copy.Outputs[i];
            }
        }

        return builder.Build(
            _network.Name,
            [.. _network.Outputs.Select(tensor => replaced[tensor])],
            description: _network.Description,
            source: _network.Source,
            path: _network.Path);
    }
}
