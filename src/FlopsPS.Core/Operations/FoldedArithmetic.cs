namespace FlopsPS.Operations;

/// <summary>
/// Arithmetic that the graph of a model writes out though its result is known before data come: on stored numbers, and
/// on the sizes of tensors. Free, but under conventions of tools that count every operator of the graph.
/// </summary>
public sealed class FoldedArithmetic : Operation
{
    /// <summary>Names the function, and how many elements are computed.</summary>
    public FoldedArithmetic(ElementwiseFunction function, long elements)
        : base("folded " + function.ToString().ToLowerInvariant())
    {
        Work = new Elementwise(function, elements);
    }

    /// <summary>The same arithmetic, if it were done on data.</summary>
    public Elementwise Work { get; }
}
