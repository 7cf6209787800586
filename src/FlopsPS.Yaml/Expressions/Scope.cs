using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Manifests;

namespace FlopsPS.Yaml.Expressions;

/// <summary>The names an expression can use at one place: parameters, index, and the tensor that comes in.</summary>
internal sealed class Scope
{
    private readonly Scope? _parent;
    private readonly Dictionary<string, object> _values;

    public Scope(Scope? parent = null)
    {
        _parent = parent;
        _values = new(StringComparer.Ordinal);
        In = parent?.In ?? [];
    }

    private Scope(Scope origin, IReadOnlyList<Tensor> incoming)
    {
        _parent = origin._parent;
        _values = origin._values;
        In = incoming;
    }

    /// <summary>The tensors that come in here.</summary>
    public IReadOnlyList<Tensor> In { get; }

    /// <summary>The same names with other tensors coming in.</summary>
    public Scope At(IReadOnlyList<Tensor> incoming) => ReferenceEquals(incoming, In) ? this : new(this, incoming);

    public void Set(string name, object value) => _values[name] = value;

    /// <summary>The value of a name.</summary>
    /// <exception cref="ExpressionException">The name is unknown; the message names the nearest.</exception>
    public object Get(string name)
    {
        return Find(name) ?? throw Unknown(name);
    }

    public object? Find(string name)
    {
        for (Scope? scope = this; scope is not null; scope = scope._parent)
        {
            if (scope._values.TryGetValue(name, out object? value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The size of an axis of the incoming tensor, by its name.</summary>
    /// <exception cref="ExpressionException">No single tensor comes in, or it has no such axis.</exception>
    public long SizeOf(string axis)
    {
        if (In.Count != 1)
        {
            throw new ExpressionException(In.Count == 0
                ? $"in.{axis} has no meaning here: no tensor comes in"
                : $"in.{axis} is not clear: {In.Count} tensors come in");
        }

        TensorShape shape = In[0].Shape;
        int found = AxisNames.Find(shape, axis);
        return found >= 0 ? shape[found] : throw new ExpressionException(
            $"in.{axis} is not known: the input {shape} has {string.Join(", ", AxisNames.Of(shape))}."
            + NearestWord.Hint(axis, AxisNames.Of(shape)));
    }

    private ExpressionException Unknown(string name)
    {
        string[] names = [.. Names().Distinct()];
        return new($"'{name}' is not known here." + (names.Length > 0
            ? $" Known are {NameList.Of(names)}." + NearestWord.Hint(name, names)
            : string.Empty));
    }

    private IEnumerable<string> Names() => _values.Keys.Concat(_parent?.Names() ?? []);
}
