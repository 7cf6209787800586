namespace FlopsPS.Budgets;

/// <summary>What becomes of a limit that is exceeded.</summary>
public enum BudgetSeverity
{
    /// <summary>Nothing: the verdict says that the limit was skipped.</summary>
    Off,

    /// <summary>The verdict warns.</summary>
    Warning,

    /// <summary>The verdict fails.</summary>
    Error,
}
