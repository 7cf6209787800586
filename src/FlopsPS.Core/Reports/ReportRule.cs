namespace FlopsPS.Reports;

/// <summary>What an entry was checked or made by, under a name that stays from run to run.</summary>
public sealed record ReportRule
{
    /// <summary>A rule.</summary>
    public ReportRule(string id, string description)
    {
        Id = id;
        Description = description;
    }

    /// <summary>The name, e.g. budget/macs.</summary>
    public string Id { get; }

    /// <summary>What it looks at, as a sentence.</summary>
    public string Description { get; }
}
