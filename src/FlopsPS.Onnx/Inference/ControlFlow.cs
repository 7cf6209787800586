using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Onnx.Lowering;
using FlopsPS.Onnx.Models;
using FlopsPS.Onnx.Operators;

namespace FlopsPS.Onnx.Inference;

/// <summary>Unfolds If, Loop and Scan into the nodes that run.</summary>
internal sealed class ControlFlow
{
    private readonly Walk _walk;

    public ControlFlow(Walk walk) => _walk = walk;

    /// <summary>Whether a node holds graphs that steer what runs.</summary>
    public bool Handles(NodeModel node) => node.Domain.Length == 0
        ? node.Operator is "If" or "Loop" or "Scan" or "SequenceMap"
        : IsFlexible(node);

    /// <summary>Walks what runs, and hands back the outputs of the node.</summary>
    public IReadOnlyList<Value> Run(NodeModel node, Scope scope, Value?[] inputs, string path, long version)
    {
        var frame = new Frame(node, scope, inputs, path, version);
        return IsFlexible(node) ? Attend(node, frame, inputs) : node.Operator switch
        {
            "If" => If(frame),
            "Loop" => new LoopRun(_walk, frame).Run(),
            "SequenceMap" => Map(frame),
            _ => ScanRun.Run(_walk, frame),
        };
    }

    /// <summary>The branch that a known condition takes; else the one with more multiply-accumulates, while the other
    /// keeps its weights and does not run.</summary>
    private IReadOnlyList<Value> If(Frame frame)
    {
        if (frame.Input(0).Elements is { Count: > 0 } condition)
        {
            return Branch(frame, condition.Whole[0] != 0 ? "then_branch" : "else_branch");
        }

        IReadOnlyList<Value> then = [];
        IReadOnlyList<Value> other = [];
        List<Call> thenCalls = _walk.Apart(() => then = Branch(frame, "then_branch"));
        List<Call> otherCalls = _walk.Apart(() => other = Branch(frame, "else_branch"));
        bool isThen = Emission.Macs(thenCalls) >= Emission.Macs(otherCalls);
        foreach (Call idle in isThen ? otherCalls : thenCalls)
        {
            idle.IsIdle = true;
        }

        _walk.AddAll(thenCalls);
        _walk.AddAll(otherCalls);
        return frame.Choose(_walk, isThen ? then : other);
    }

    private static bool IsFlexible(NodeModel node) =>
        node.Domain == "ai.onnx.preview" && node.Operator == "FlexAttention";

    // An attention whose scores, and what the softmax makes of them, may go through a graph each.
    private IReadOnlyList<Value> Attend(NodeModel node, Frame frame, Value?[] inputs)
    {
        IReadOnlyList<Value> outputs = _walk.RunOperator(node, frame.Scope, inputs, frame.Path, frame.Version);
        foreach (string name in new[] { "score_mod", "prob_mod" })
        {
            if (node.Attributes.ContainsKey(name) && outputs.Count > AttentionOperators.Scores)
            {
                GraphModel body = frame.Graph(name);
                var scope = new Scope(frame.Scope);
                if (body.Inputs.Count > 0)
                {
                    scope.Set(body.Inputs[0].Name, outputs[AttentionOperators.Scores]);
                }

                _ = _walk.Run(body, scope, $"{frame.Path}/{name}/", frame.Version);
            }
        }

        return [outputs[0]];
    }

    // The graph runs once for each item; further inputs are sequences, of which it takes the item too, or tensors.
    private IReadOnlyList<Value> Map(Frame frame)
    {
        if (frame.Input(0).Items is not { } items)
        {
            _ = frame.Add(_walk, "map", [], [], "SequenceMap (how long its sequence is depends on data)");
            return [];
        }

        GraphModel body = frame.Graph("body");
        Value[][] made = [.. items.Select((_, pass) =>
        {
            var scope = new Scope(frame.Scope);
            for (int i = 0; i < body.Inputs.Count; i++)
            {
                Value input = frame.Input(i);
                scope.Set(body.Inputs[i].Name, input.Items is null ? input : Item(input.Items, pass));
            }

            return _walk.Run(body, scope, $"{frame.Path}/{pass}/", frame.Version);
        })];
        return [.. body.Outputs.Select((_, i) => Value.Sequence([.. made.Select(outputs => outputs[i])]))];
    }

    private static Value Item(IReadOnlyList<Value> items, int index) => index < items.Count
        ? items[index]
        : throw new NetworkException(ErrorCode.ModelInvalid, "the sequences of SequenceMap are not of one length");

    private IReadOnlyList<Value> Branch(Frame frame, string name) =>
        _walk.Run(frame.Graph(name), new Scope(frame.Scope), $"{frame.Path}/{name}/", frame.Version);
}
