using System.Collections.Generic;
using FlopsPS.Conventions;

namespace FlopsPS.Budgets;

/// <summary>The rules of a budget, and what they are to be checked by.</summary>
public sealed class Budget
{
    /// <summary>The name of the budget.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The convention that its author wants; null where any will do.</summary>
    public Convention? Convention { get; init; }

    /// <summary>The full path of the baseline that relative limits refer to; null where there is none.</summary>
    public string? BaselinePath { get; init; }

    /// <summary>The rules.</summary>
    public IReadOnlyList<BudgetRule> Rules { get; init; } = [];
}
