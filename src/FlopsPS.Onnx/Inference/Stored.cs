using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Inference;

/// <summary>A tensor that the file stores, and that is a weight once an operator uses it as one.</summary>
internal sealed class Stored
{
    public Stored(string name, long count, ElementType type, bool isInitializer)
    {
        Name = name;
        Count = count;
        Type = type;
        IsInitializer = isInitializer;
    }

    public string Name { get; }

    /// <summary>The number of elements.</summary>
    public long Count { get; private set; }

    public ElementType Type { get; }

    /// <summary>Whether it is among the stored tensors of its graph; else it is written into a node, as numbers of the
    /// program are.</summary>
    public bool IsInitializer { get; }

    /// <summary>Whether its whole numbers are fractions on a scale.</summary>
    public bool IsQuantized { get; set; }

    /// <summary>Whether it is the scale or the zero point of such numbers.</summary>
    public bool IsScale { get; set; }

    /// <summary>Says how many numbers its bytes hold, where several share a byte.</summary>
    public void Unpack(long count)
    {
        Count = count;
        IsQuantized = true;
    }
}
