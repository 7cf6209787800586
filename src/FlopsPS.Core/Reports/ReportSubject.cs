using FlopsPS.Budgets;
using FlopsPS.Comparing;
using FlopsPS.Counting;

namespace FlopsPS.Reports;

/// <summary>What a row is about, in the order in which a report tells it.</summary>
public enum ReportSubject
{
    /// <summary>A limit: <see cref="BudgetVerdict"/>.</summary>
    Limit,

    /// <summary>A layer of two networks: <see cref="LayerDifference"/>.</summary>
    Change,

    /// <summary>A convention beside another one: <see cref="CostDifference"/>.</summary>
    Convention,

    /// <summary>A term of such a difference: <see cref="CostTerm"/>.</summary>
    Term,

    /// <summary>A network: <see cref="NetworkCost"/>.</summary>
    Network,

    /// <summary>A layer, a block or a kind: <see cref="LayerCost"/>.</summary>
    Layer,
}
