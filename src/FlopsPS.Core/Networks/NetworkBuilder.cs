using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Tensors;

namespace FlopsPS.Networks;

/// <summary>
/// Builds a network node by node and infers each output shape on the way, so that a reader can ask for the shape it
/// has reached. Every reader builds through it; it is the only place where shapes are inferred.
/// </summary>
public sealed class NetworkBuilder
{
    /// <summary>A network of more layers than this is refused.</summary>
    public const int MaximumNodes = 1_000_000;

    private readonly List<NetworkInput> _inputs = [];
    private readonly List<Node> _nodes = [];
    private readonly List<string> _warnings = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly int _maximum;
    private HashSet<string>? _weights;

    /// <summary>Starts an empty network.</summary>
    public NetworkBuilder()
        : this(MaximumNodes)
    {
    }

    /// <summary>Starts an empty network that is refused beyond so many layers.</summary>
    internal NetworkBuilder(int maximum) => _maximum = maximum;

    /// <summary>The number of nodes so far.</summary>
    public int Count => _nodes.Count;

    /// <summary>Adds an input of the network, whose author writes sizes in this layout; null: in the engine's order.
    /// A size may only be 0 where the file's own rules say what its layers make of nothing.</summary>
    /// <exception cref="NetworkException">The name is taken, or a size is 0: no layer of the catalogue can work on
    /// nothing, and none makes a tensor of nothing.</exception>
    public Tensor AddInput(string name, TensorShape shape, string? layout = null, bool mayBeEmpty = false)
    {
        if (!mayBeEmpty && shape.Sizes.Contains(0))
        {
            throw new NetworkException(
                ErrorCode.ShapeMismatch, $"the input '{name}' is {shape}, but every size must be at least 1");
        }

        if (_inputs.Any(input => input.Name == name))
        {
            throw new NetworkException(ErrorCode.ManifestInvalid, $"two inputs are named '{name}'");
        }

        var tensor = new Tensor(shape, producer: null);
        _inputs.Add(new NetworkInput(name, tensor, layout ?? shape.Layout));
        return tensor;
    }

    /// <summary>Adds a layer behind the tensors it reads and infers the shapes it makes.</summary>
    /// <exception cref="NetworkException">The shapes do not fit, there are no such weights to share, the path is taken,
    /// or the network grows too large; the error carries the path and position.</exception>
    public Node Add(
        string path,
        Layer layer,
        IReadOnlyList<Tensor> inputs,
        SourcePosition? position = null,
        NodeRole role = NodeRole.Whole,
        DataType? dataType = null)
    {
        try
        {
            var node = new Node(path, Call(layer, inputs), inputs, position, role, dataType: dataType);
            Register(node);
            return node;
        }
        catch (NetworkException error)
        {
            throw error.At(path, position);
        }
    }

    /// <summary>Adds a layer whose outputs or weights are known from its file, which has rules of its own; what is null
    /// is what the layer says.</summary>
    /// <exception cref="NetworkException">The path is taken, or the network grows too large; the error carries the path
    /// and position.</exception>
    public Node AddStated(
        string path,
        Layer layer,
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<TensorShape>? outputs,
        IReadOnlyList<Weight>? weights,
        SourcePosition? position = null,
        NodeRole role = NodeRole.Whole,
        DataType? dataType = null)
    {
        try
        {
            LayerCall call = outputs is null
                ? Call(layer, inputs)
                : new(layer, [.. inputs.Select(tensor => tensor.Shape)], outputs);
            var node = new Node(path, call, inputs, position, role, weights, dataType);
            Register(node);
            return node;
        }
        catch (NetworkException error)
        {
            throw error.At(path, position);
        }
    }

    /// <summary>Says what is odd about the file, though the network can be made of it.</summary>
    public void Warn(string message) => _warnings.Add(message);

    /// <summary>
    /// The finished network, with the template it can be made from again; null when its layers are all there is.
    /// </summary>
    public Network Build(
        string name,
        IReadOnlyList<Tensor> outputs,
        NetworkTemplate? template = null,
        string description = "",
        NetworkSource? source = null,
        string? path = null)
    {
        return new(name, _inputs, _nodes, outputs, template)
        {
            Description = description,
            Source = source ?? NetworkSource.None,
            Path = path,
            Warnings = _warnings,
        };
    }

    private static LayerCall Call(Layer layer, IReadOnlyList<Tensor> inputs)
    {
        (int least, int most) = layer.Definition.InputCount;
        if (inputs.Count < least || inputs.Count > most)
        {
            string takes = least == most ? $"{least}"
                : most == int.MaxValue ? $"{least} or more"
                : $"{least} to {most}";
            throw new NetworkException(
                ErrorCode.ShapeMismatch,
                $"{layer.Kind} takes {takes} tensor{(most == 1 ? string.Empty : "s")}, but {inputs.Count} come in; "
                + "name the ones it reads with 'from'");
        }

        try
        {
            TensorShape[] shapes = [.. inputs.Select(tensor => tensor.Shape)];
            return new(layer, shapes, layer.Definition.Infer(layer, shapes));
        }
        catch (OverflowException overflow)
        {
            throw new NetworkException(ErrorCode.CountOverflow, "its sizes do not fit into 64 bits", overflow);
        }
    }

    // Sharing is rare, and what layers hold is looked at from the first that shares on.
    private void CheckSharing(Node node)
    {
        if (node.IsShared)
        {
            _weights ??= [.. _nodes.Select(WeightText.Of)];
            string text = WeightText.Of(node);
            if (text.Length > 0 && !_weights.Contains(text))
            {
                throw new NetworkException(
                    ErrorCode.ShapeMismatch,
                    $"it shares its weights, but no earlier layer has such weights: {text}");
            }
        }

        _weights?.Add(WeightText.Of(node));
    }

    private void Register(Node node)
    {
        CheckSharing(node);
        if (_nodes.Count == _maximum)
        {
            throw new NetworkException(
                ErrorCode.NetworkTooLarge, $"the network has more than {_maximum} layers; is a repeat too large?");
        }

        if (!_paths.Add(node.Path))
        {
            throw new NetworkException(
                ErrorCode.ManifestInvalid, "two layers have this name; give one of them another");
        }

        _nodes.Add(node);
    }
}
