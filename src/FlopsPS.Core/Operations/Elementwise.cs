namespace FlopsPS.Operations;

/// <summary>A function of each element, or of the elements at the same place in several tensors.</summary>
public sealed class Elementwise : Operation
{
    /// <summary>Names the function, its output elements and how many tensors it joins; the operation is called like
    /// the function unless it has a name of its own.</summary>
    public Elementwise(ElementwiseFunction function, long elements, int operands = 1, string? name = null)
        : base(name ?? function.ToString().ToLowerInvariant())
    {
        Function = function;
        Elements = elements;
        Operands = operands;
    }

    /// <summary>The function.</summary>
    public ElementwiseFunction Function { get; }

    /// <summary>The number of output elements.</summary>
    public long Elements { get; }

    /// <summary>The number of tensors that take part.</summary>
    public int Operands { get; }
}
