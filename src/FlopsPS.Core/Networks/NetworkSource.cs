namespace FlopsPS.Networks;

/// <summary>Where a network comes from, as its manifest says it.</summary>
public sealed class NetworkSource
{
    /// <summary>A network of which nothing is known.</summary>
    public static NetworkSource None { get; } = new();

    /// <summary>The architecture that the network is a size of, such as ResNeXt; empty when not said.</summary>
    public string Family { get; init; } = string.Empty;

    /// <summary>The year in which it was published, or null.</summary>
    public int? Year { get; init; }

    /// <summary>Where it was published, and by whom; empty when not said.</summary>
    public string Paper { get; init; } = string.Empty;

    /// <summary>The implementation whose layers, and so whose figures, these are; empty when not said.</summary>
    public string Implementation { get; init; } = string.Empty;
}
