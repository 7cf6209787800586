using System;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Tensors;

namespace FlopsPS.Onnx.Inference;

/// <summary>A tensor that the file stores, and that is a weight once an operator uses it as one.</summary>
internal sealed class Stored
{
    public Stored(string name, long count, ElementType type, bool isInitializer)
    {
        Name = name;
        Count = count;
        Type = type;
        DataType = type.DataType();
        IsInitializer = isInitializer;
    }

    public string Name { get; }

    /// <summary>The number of elements.</summary>
    public long Count { get; private set; }

    public ElementType Type { get; }

    /// <summary>The type of its numbers; that of its elements unless several numbers share one.</summary>
    public DataType? DataType { get; private set; }

    /// <summary>Whether it is among the stored tensors of its graph; else it is written into a node, as numbers of the
    /// program are.</summary>
    public bool IsInitializer { get; }

    /// <summary>Whether its whole numbers are fractions on a scale.</summary>
    public bool IsQuantized { get; set; }

    /// <summary>Whether it is the scale or the zero point of such numbers.</summary>
    public bool IsScale { get; set; }

    /// <summary>Whether it is a size that is filled with zeros.</summary>
    public bool IsBlank { get; init; }

    /// <summary>Says how many numbers of so many bits its bytes hold, where several share a byte.</summary>
    public void Unpack(long count, long bits)
    {
        Count = count;
        DataType = Type == ElementType.UInt8
            ? FlopsPS.Tensors.DataType.Find(FormattableString.Invariant($"uint{bits}"))
            : DataType;
        IsQuantized = true;
    }
}
