namespace FlopsPS.Reports;

/// <summary>What the cells of a column hold.</summary>
public enum ReportCell
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Numbers, whose digits stand below each other.</summary>
    Number,

    /// <summary>Names, which are shown as they are.</summary>
    Name,

    /// <summary>Several texts separated by semicolons.</summary>
    List,
}
