using System;
using System.Collections.Generic;
using FlopsPS.Onnx.Models;

namespace FlopsPS.Onnx.Inference;

/// <summary>The values of a graph by name; those of the graph around it can be seen from within.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);
    private readonly Scope? _outer;

    public Scope(Scope? outer = null) => _outer = outer;

    /// <summary>What the graph declares of its values, by name.</summary>
    public Dictionary<string, ValueModel> Declared { get; } = new(StringComparer.Ordinal);

    /// <summary>The value of this name, or null.</summary>
    public Value? Find(string name)
    {
        for (Scope? scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._values.TryGetValue(name, out Value? value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Whether this graph itself has a value of the name.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    public void Set(string name, Value value) => _values[name] = value;
}
