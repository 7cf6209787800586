using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Onnx.Models;
using FlopsPS.Onnx.Operators;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Inference;

/// <summary>A node that holds graphs, where it stands.</summary>
internal sealed class Frame
{
    private readonly NodeModel _node;
    private readonly Value?[] _inputs;

    public Frame(NodeModel node, Scope scope, Value?[] inputs, string path, long version)
    {
        _node = node;
        _inputs = inputs;
        Scope = scope;
        Path = path;
        Version = version;
    }

    public Scope Scope { get; }

    public string Path { get; }

    public long Version { get; }

    public int InputCount => _inputs.Length;

    /// <summary>An input that must be there.</summary>
    public Value Input(int index) => Find(index)
        ?? throw new NetworkException(ErrorCode.ModelInvalid, $"{_node.Operator} lacks input {index}");

    public Value? Find(int index) => index < _inputs.Length ? _inputs[index] : null;

    /// <summary>The graph in an attribute.</summary>
    public GraphModel Graph(string name) =>
        (_node.Attributes.TryGetValue(name, out AttributeModel? attribute) ? attribute.Graph : null)
        ?? throw new NetworkException(ErrorCode.ModelInvalid, $"{_node.Operator} lacks the graph '{name}'");

    /// <summary>The whole numbers in an attribute; null when it is not given.</summary>
    public IReadOnlyList<long>? List(string name) =>
        _node.Attributes.TryGetValue(name, out AttributeModel? attribute) ? attribute.Wholes : null;

    public long? Whole(string name) =>
        _node.Attributes.TryGetValue(name, out AttributeModel? attribute) ? attribute.Whole : null;

    /// <summary>What comes out of the node, which is what came out of the graph that ran.</summary>
    public IReadOnlyList<Value> Choose(Walk walk, IReadOnlyList<Value> values) =>
        Add(walk, _node.Operator.ToLowerInvariant(), values, [.. values.Select(value => value.Sizes)]);

    /// <summary>What several runs of a graph made, one behind the other along a new first axis.</summary>
    public IReadOnlyList<Value> Stack(Walk walk, IReadOnlyList<Value> passes) => Add(
        walk, "concat", passes, [passes[0].Sizes is { } sizes ? [passes.Count, .. sizes] : null]);

    /// <summary>Adds a movement of data that the node does itself, or says why what it does is uncounted.</summary>
    public IReadOnlyList<Value> Add(
        Walk walk, string kind, IReadOnlyList<Value> inputs, IReadOnlyList<long[]?> sizes, string? uncounted = null)
    {
        if (inputs.Any(input => input.Items is not null))
        {
            return inputs;
        }

        var @operator = new Operator(
            _ => { }, call => uncounted is null ? Build.Movement(kind) : Build.Uncounted(call, uncounted));
        var call = new Call($"{Path}/{kind}", _node, @operator, Version, inputs);
        for (int i = 0; i < sizes.Count; i++)
        {
            Value? input = i < inputs.Count ? inputs[i] : null;
            call.Hand(new Value(string.Empty, input?.Type ?? ElementType.Single, sizes[i])
            {
                UnknownSince = input?.UnknownSince,
            });
        }

        walk.Add(call);
        return call.Outputs;
    }
}
