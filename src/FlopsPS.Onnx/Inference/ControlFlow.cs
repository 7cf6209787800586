using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Networks;
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

    /// <summary>The branch that a known condition takes, or the only one that fits the inputs; else the one with more
    /// multiply-accumulates. The other keeps its weights and does not run.</summary>
    private IReadOnlyList<Value> If(Frame frame)
    {
        if (frame.Input(0).Elements is { Count: > 0 } condition)
        {
            return Run(frame, condition.Whole[0] != 0 ? "then_branch" : "else_branch");
        }

        Branch then = _walk.Try(() => Run(frame, "then_branch"));
        Branch other = _walk.Try(() => Run(frame, "else_branch"));
        bool isThen = then.Macs >= other.Macs;
        (Branch running, Branch idle) = isThen ? (then, other) : (other, then);
        foreach (Call call in idle.Calls)
        {
            call.IsIdle = true;
        }

        _walk.Add(then);
        _walk.Add(other);
        if (running.Misfit is not null)
        {
            _walk.Refuse(running.Misfit);
        }
        else if (running.Macs != idle.Macs)
        {
            _walk.Remarks.Add(Remark($"{(isThen ? "then" : "else")}_branch of '{frame.Path}'", running, idle));
        }

        _walk.Remarks.AddAll(running.Remarks);
        return frame.Choose(_walk, running.Outputs);
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

        return [.. outputs.Take(1)];
    }

    // The graph runs once for each item; further inputs are sequences, of which it takes the item too, or tensors.
    private IReadOnlyList<Value> Map(Frame frame)
    {
        if (frame.Input(0).Items is not { } items)
        {
            _ = frame.Add(_walk, "map", [], [], "how long its sequence is depends on data");
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

    private static string Remark(string branch, Branch running, Branch idle) => idle.Misfit is not null
        ? $"only the {branch} fits the inputs, and is counted; in the other, {idle.Misfit.Message}"
        : $"data decide which branch runs; the {branch} is counted, with {Text(running.Macs)} multiply-accumulates, and "
            + $"not the other, with {Text(idle.Macs)}";

    private static string Text(long macs) => macs.ToString("N0", CultureInfo.InvariantCulture);

    private IReadOnlyList<Value> Run(Frame frame, string branch) =>
        _walk.Run(frame.Graph(branch), new Scope(frame.Scope), $"{frame.Path}/{branch}/", frame.Version);
}
