using System.Collections.Generic;
using System.Linq;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Inference;

/// <summary>What flows along an edge of the graph: a tensor, or a sequence of them, and what is known of it.</summary>
internal sealed class Value
{
    public Value(string name, ElementType type, long[]? sizes)
    {
        Name = name;
        Type = type;
        Sizes = sizes is null || sizes.All(size => size >= 0)
            ? sizes
            : throw Call.Mismatch($"its output would have the sizes {Dims.Text(sizes)}");
    }

    /// <summary>A sequence of tensors.</summary>
    public static Value Sequence(IReadOnlyList<Value> items) => new(string.Empty, ElementType.Undefined, sizes: null)
    {
        Items = items,
        IsConstant = items.All(item => item.IsConstant),
    };

    public string Name { get; set; }

    public ElementType Type { get; }

    /// <summary>The sizes; null when they depend on data.</summary>
    public long[]? Sizes { get; }

    /// <summary>Why the sizes are not known: which operator made the first unknown shape on the way to this one; null
    /// when they are.</summary>
    public string? UnknownSince { get; set; }

    /// <summary>The elements, where they are few and depend on stored tensors and on shapes alone.</summary>
    public Elements? Elements { get; init; }

    /// <summary>Whether no input of the network has a part in it.</summary>
    public bool IsConstant { get; set; }

    /// <summary>Whether it is the scale of a quantisation that the network finds while it runs.</summary>
    public bool IsScale { get; set; }

    /// <summary>The stored tensors that it is made of.</summary>
    public IReadOnlyList<Stored> Stored { get; set; } = [];

    /// <summary>The tensors of a sequence; null when it is a tensor.</summary>
    public IReadOnlyList<Value>? Items { get; init; }
}
