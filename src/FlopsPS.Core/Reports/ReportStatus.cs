namespace FlopsPS.Reports;

/// <summary>How grave an entry is, the gravest last.</summary>
public enum ReportStatus
{
    /// <summary>All is as it should be.</summary>
    Passed,

    /// <summary>Not looked at, because it is switched off.</summary>
    Skipped,

    /// <summary>To be known, and neither right nor wrong: a measurement, a change.</summary>
    Note,

    /// <summary>A limit that only warns is exceeded, or a figure is a lower bound.</summary>
    Warning,

    /// <summary>A limit is exceeded, or cannot be checked.</summary>
    Failed,
}
