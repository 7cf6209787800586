namespace FlopsPS.Comparing;

/// <summary>What became of a layer.</summary>
internal enum LayerChange
{
    /// <summary>Not a layer, but all of them.</summary>
    Total,

    /// <summary>Only the difference network has it.</summary>
    Added,

    /// <summary>Only the reference network has it.</summary>
    Removed,

    /// <summary>Both have it, with other arguments, shapes or costs.</summary>
    Changed,

    /// <summary>Both have it, and it is the same.</summary>
    Equal,
}
