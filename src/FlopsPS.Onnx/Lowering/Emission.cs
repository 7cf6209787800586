using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Operators;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Onnx.Lowering;

/// <summary>Turns calls into the nodes of a network.</summary>
internal sealed class Emission
{
    private readonly NetworkBuilder _builder;
    private readonly SourcePosition? _position;
    private readonly Dictionary<Value, Tensor> _tensors = [];
    private readonly WeightBook _weights = new();
    private readonly PathBook _paths = new();
    private readonly FoldedWork _folded = new();

    public Emission(NetworkBuilder builder, SourcePosition? position)
    {
        _builder = builder;
        _position = position;
    }

    /// <summary>The multiply-accumulates of calls, to choose among branches.</summary>
    public static long Macs(IEnumerable<Call> calls)
    {
        var builder = new NetworkBuilder();
        new Emission(builder, position: null).AddAll(calls);
        return CostCounter.Measure(builder.Build("branch", []), new MeasureOptions(ConventionCatalog.Get("exact")))
            .Single().Macs ?? 0;
    }

    /// <summary>The layer that a call is. What comes out may be known where what it costs is not, since that depends on
    /// a shape that is not known.</summary>
    public static Layer Lower(Call call)
    {
        try
        {
            return call.Unknown is { } reason ? Build.Uncounted(call, reason) : call.Operator.Lower(call);
        }
        catch (UnknownShapeException unknown)
        {
            return Build.Uncounted(call, unknown.Message);
        }
    }

    /// <summary>Says which tensor an input of the network is; no node has its name for a path.</summary>
    public void Bind(Value value, Tensor tensor)
    {
        _tensors[value] = tensor;
        _paths.Claim(value.Name);
    }

    public void AddAll(IEnumerable<Call> calls)
    {
        foreach (Call call in calls)
        {
            Add(call);
        }
    }

    /// <summary>Adds a layer for the arithmetic that is known before data come, if there is any.</summary>
    public void AddFolded()
    {
        if (!_folded.IsEmpty)
        {
            AddNode("folded", _folded.Layer, [], [], [], NodeRole.Whole);
        }
    }

    /// <summary>The tensor of a value; null when its shape is unknown.</summary>
    public Tensor? Find(Value value)
    {
        if (_tensors.TryGetValue(value, out Tensor? tensor))
        {
            return tensor;
        }

        // A constant, or in a branch that is looked at apart a value from outside.
        return value.Sizes is null ? null : AddNode(
            value.IsConstant ? "constant" : "outside",
            StatedKind.Layer("constant", new Movement("constant")),
            [],
            [value],
            [],
            NodeRole.Whole);
    }

    private void Add(Call call)
    {
        try
        {
            if (call.IsFolded)
            {
                _folded.Add(call);
                return;
            }

            Layer layer = Lower(call);
            NodeRole role = call.IsIdle ? NodeRole.Idle : NodeRole.Whole;
            AddNode(call.Path, layer, Inputs(call, layer), call.Outputs, _weights.Claim(call), role);
        }
        catch (NetworkException error)
        {
            throw error.At(call.Path, _position);
        }
        catch (OverflowException overflow)
        {
            throw new NetworkException(ErrorCode.CountOverflow, "its sizes do not fit into 64 bits", overflow)
                .At(call.Path, _position);
        }
    }

    // What is stored goes in as a weight; but a layer needs its data, even if they are stored, and one of the catalogue
    // needs them first.
    private static IReadOnlyList<Value> Inputs(Call call, Layer layer)
    {
        Value[] inputs =
        [
            .. call.Inputs.OfType<Value>().Where(
                input => input.Sizes is not null && (!input.IsConstant || call.Operator.ReadsStored)),
        ];
        bool isLed = inputs.Length == 0
            || (call.Operator.Slots[0].IsData && (call.Operator.AlwaysRuns || StatedKind.OperationsOf(layer).Count == 0));
        return isLed && call.Find(0) is { IsConstant: true, Sizes: not null } data && !inputs.Contains(data)
            ? [data, .. inputs]
            : inputs;
    }

    private Tensor? AddNode(
        string path,
        Layer layer,
        IReadOnlyList<Value> inputs,
        IReadOnlyList<Value> outputs,
        IReadOnlyList<Weight> weights,
        NodeRole role)
    {
        Value[] known = [.. outputs.Where(output => output.Sizes is not null && !_tensors.ContainsKey(output))];
        Node node = _builder.AddStated(
            _paths.Claim(path),
            layer,
            [.. inputs.Select(Find).OfType<Tensor>()],
            [.. known.Select(output => new TensorShape(output.Sizes!))],
            weights,
            _position,
            role);
        for (int i = 0; i < known.Length; i++)
        {
            _tensors[known[i]] = node.Outputs[i];
        }

        return node.Outputs.FirstOrDefault();
    }
}
