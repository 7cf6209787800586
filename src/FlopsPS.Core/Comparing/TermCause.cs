namespace FlopsPS.Comparing;

/// <summary>Why two conventions differ.</summary>
internal enum TermCause
{
    /// <summary>The one does not define what the other counts.</summary>
    Missed,

    /// <summary>The one declares free what the other counts.</summary>
    Free,

    /// <summary>The one counts what the other does not.</summary>
    Added,

    /// <summary>Both count, at other prices.</summary>
    Repriced,
}
