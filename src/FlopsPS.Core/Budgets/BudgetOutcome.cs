namespace FlopsPS.Budgets;

/// <summary>What a verdict says.</summary>
public enum BudgetOutcome
{
    /// <summary>Within the limit, and everything was counted.</summary>
    Pass,

    /// <summary>The rule is switched off.</summary>
    Skipped,

    /// <summary>Above a limit that only warns; or within a limit by a figure that is a lower bound.</summary>
    Warn,

    /// <summary>Above the limit, or not to be told.</summary>
    Fail,
}
