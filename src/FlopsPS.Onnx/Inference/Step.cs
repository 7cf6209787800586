using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Models;
using FlopsPS.Onnx.Operators;

namespace FlopsPS.Onnx.Inference;

/// <summary>One of the operators that a fused one does in a row. Its first input is what has been made so far, at first
/// input 0 of the fused one.</summary>
internal sealed class Step
{
    private readonly Operator _operator;
    private readonly string _domain;
    private readonly IReadOnlyList<int> _others;

    /// <summary>Names the operator, and the inputs of the fused one that it reads besides.</summary>
    public Step(string domain, string name, params IReadOnlyList<int> others)
    {
        _operator = OperatorTable.Find(domain, name) ?? OperatorTable.Unknown;
        _domain = domain;
        Name = name;
        _others = others;
    }

    public string Name { get; }

    /// <summary>Whether it does nothing without the other inputs.</summary>
    public bool Joins { get; init; }

    /// <summary>Whether what it makes is the second output of the fused operator.</summary>
    public bool IsSecond { get; init; }

    /// <summary>An attribute that the fused operator has not, or not like this; made for the number of axes.</summary>
    public Func<int, AttributeModel>? Attribute { get; init; }

    /// <summary>Whether there is something to do.</summary>
    public bool Runs(IReadOnlyList<Value?> inputs) => !Joins || Others(inputs).Any(other => other is not null);

    /// <summary>The call of the operator.</summary>
    public Call Call(string path, NodeModel fused, IReadOnlyList<Value?> inputs, Value? made, long version)
    {
        NodeModel node = fused.As(_domain, Name, Attribute?.Invoke(made?.Sizes?.Length ?? 0));
        return new(path, node, _operator, version, [made, .. Others(inputs)]);
    }

    private IEnumerable<Value?> Others(IReadOnlyList<Value?> inputs) =>
        _others.Select(index => index < inputs.Count ? inputs[index] : null);
}
