namespace FlopsPS.Counting;

/// <summary>A row that a measurement or a comparison emits.</summary>
public abstract class ResultRow
{
    private protected ResultRow()
    {
    }

    /// <summary>The values that a sweep set, e.g. width=64 resolution=192. Not a column: the shell adds one per
    /// parameter.</summary>
    internal string? Variant { get; set; }
}
