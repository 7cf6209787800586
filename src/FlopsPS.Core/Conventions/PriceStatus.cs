namespace FlopsPS.Conventions;

/// <summary>How an operation ended: nothing is dropped without a word.</summary>
public enum PriceStatus
{
    /// <summary>It costs nothing, by declaration.</summary>
    Free,

    /// <summary>It is in the figures.</summary>
    Counted,

    /// <summary>The convention does not say what it costs; the row names it.</summary>
    NotDefined,
}
