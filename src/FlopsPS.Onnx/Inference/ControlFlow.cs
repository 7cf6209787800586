using System.Collections.Generic;
using FlopsPS.Onnx.Lowering;
using FlopsPS.Onnx.Models;

namespace FlopsPS.Onnx.Inference;

/// <summary>Unfolds If, Loop and Scan into the nodes that run.</summary>
internal sealed class ControlFlow
{
    private readonly Walk _walk;

    public ControlFlow(Walk walk) => _walk = walk;

    /// <summary>Whether a node holds graphs that steer what runs.</summary>
    public bool Handles(NodeModel node) =>
        node.Domain.Length == 0 && node.Operator is "If" or "Loop" or "Scan";

    /// <summary>Walks what runs, and hands back the outputs of the node.</summary>
    public IReadOnlyList<Value> Run(NodeModel node, Scope scope, Value?[] inputs, string path, long version)
    {
        var frame = new Frame(node, scope, inputs, path, version);
        return node.Operator switch
        {
            "If" => If(frame),
            "Loop" => new LoopRun(_walk, frame).Run(),
            _ => new ScanRun(_walk, frame).Run(),
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

    private IReadOnlyList<Value> Branch(Frame frame, string name) =>
        _walk.Run(frame.Graph(name), new Scope(frame.Scope), $"{frame.Path}/{name}/", frame.Version);
}
