namespace FlopsPS.Operations;

/// <summary>Local response normalisation: each element over a power of the squares of its neighbours in other channels.
/// </summary>
public sealed class LocalResponse : Operation
{
    /// <summary>States the facts of the operation.</summary>
    public LocalResponse(long elements, long size)
        : base("localresponsenorm")
    {
        Elements = elements;
        Size = size;
    }

    /// <summary>The number of elements.</summary>
    public long Elements { get; }

    /// <summary>The number of neighbouring channels summed for one element.</summary>
    public long Size { get; }
}
