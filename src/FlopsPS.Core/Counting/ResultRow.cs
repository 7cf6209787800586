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

    /// <summary>The line of the file that the row is about; 0 where it is about all of it or the line is not known. Not a
    /// column.</summary>
    internal int Line { get; set; }
}
