using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Layers;
using FlopsPS.Tensors;

namespace FlopsPS.Networks;

/// <summary>A network: nodes in the order they run, each behind the tensors it reads, with every shape known.</summary>
/// <remarks>Immutable; made by a <see cref="NetworkBuilder"/>.</remarks>
public sealed class Network
{
    private readonly NetworkTemplate _template;
    private readonly Lazy<long> _parameters;

    internal Network(
        string name,
        IReadOnlyList<NetworkInput> inputs,
        IReadOnlyList<Node> nodes,
        IReadOnlyList<Tensor> outputs,
        NetworkTemplate? template)
    {
        Name = name;
        Inputs = inputs.Indexable();
        Nodes = nodes.Indexable();
        Outputs = outputs.Indexable();
        _template = template ?? new LayerListTemplate(this);
        _parameters = new(CountParameters);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What the manifest says of the network; empty when it says nothing.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>The architecture that the network is a size of; empty when its manifest does not say.</summary>
    public string Family => Source.Family;

    /// <summary>The year in which the architecture was published, or null.</summary>
    public int? Year => Source.Year;

    /// <summary>Where it was published, and by whom; empty when the manifest does not say.</summary>
    public string Paper => Source.Paper;

    /// <summary>The implementation whose layers these are; empty when the manifest does not say.</summary>
    public string Implementation => Source.Implementation;

    /// <summary>The trainable weights of all layers.</summary>
    /// <exception cref="NetworkException">Their number does not fit into 64 bits.</exception>
    public long Parameters => _parameters.Value;

    /// <summary>The file it was read from, or null.</summary>
    public string? Path { get; init; }

    /// <summary>What is odd about the file, though the network could be made of it.</summary>
    public IReadOnlyList<string> Warnings { get; internal init; } = [];

    /// <summary>The inputs.</summary>
    public IReadOnlyList<NetworkInput> Inputs { get; }

    /// <summary>The nodes in the order they run.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The tensors that leave the network.</summary>
    public IReadOnlyList<Tensor> Outputs { get; }

    /// <summary>The parameters that can be set, in the order of the manifest.</summary>
    public IReadOnlyList<string> ParameterNames => _template.ParameterNames.Indexable();

    /// <summary>Whether sizes of inputs go to the network's template as they were given.</summary>
    internal bool FitsShapes => _template.FitsShapes;

    /// <summary>The size of the batch axis of the first input.</summary>
    public long BatchSize => Inputs.Count > 0 && Inputs[0].Tensor.Shape.Rank > 0 ? Inputs[0].Tensor.Shape[0] : 1;

    /// <summary>The shapes of the inputs, joined by commas.</summary>
    public string InputShape => ShapeText.Of([.. Inputs.Select(input => input.Tensor)]);

    /// <summary>The shapes of the outputs, joined by commas.</summary>
    public string OutputShape => ShapeText.Of(Outputs);

    /// <summary>A network of layers one behind the other, whose author writes sizes in this layout; null: in the engine's
    /// order.</summary>
    /// <exception cref="NetworkException">A shape does not fit.</exception>
    public static Network Chain(
        string name, TensorShape input, IEnumerable<Layer> layers, string? layout = null)
    {
        var builder = new NetworkBuilder();
        var names = new NameScope();
        IReadOnlyList<Tensor> current = [builder.AddInput("input", input, layout)];
        foreach (Layer layer in layers)
        {
            current = builder.Add(names.Claim(layer.Kind), layer, current).Outputs;
        }

        return builder.Build(name, current);
    }

    /// <summary>The same network with other parameters, batch or input shapes.</summary>
    /// <exception cref="NetworkException">The request does not fit the network.</exception>
    public Network With(NetworkRequest request, CancellationToken cancellation = default) =>
        request.IsEmpty ? this : _template.Build(request, cancellation);

    /// <summary>Where the network comes from.</summary>
    internal NetworkSource Source { get; init; } = NetworkSource.None;

    /// <summary>The name and the number of layers.</summary>
    public override string ToString() => $"{Name} ({Nodes.Count} layers)";

    private long CountParameters()
    {
        var lowering = new Lowering();
        long parameters = 0;
        foreach (Node node in Nodes.Where(node => !node.IsShared))
        {
            try
            {
                node.Lower(lowering);
                parameters += lowering.Weights.Where(weight => weight.IsTrainable && !weight.IsShared).Sum(weight => weight.Elements);
            }
            catch (OverflowException overflow)
            {
                throw new NetworkException(
                    ErrorCode.CountOverflow, $"the parameters of '{Name}' do not fit into 64 bits", overflow)
                    .At(node.Path, node.Position);
            }
        }

        return parameters;
    }
}
