namespace FlopsPS.Operations;

/// <summary>
/// A primitive operation that a layer lowers to: the facts that a convention prices, and no price.
/// </summary>
public abstract class Operation
{
    /// <summary>Names the operation as people call it, e.g. convolution.</summary>
    protected Operation(string name) => Name = name;

    /// <summary>What to call the operation in a list of uncounted ones.</summary>
    public string Name { get; }
}
