using System;
using System.Collections.Generic;
using FlopsPS.Budgets;
using FlopsPS.Comparing;
using FlopsPS.Counting;

namespace FlopsPS.Reports;

/// <summary>Which rows are about what.</summary>
public static class ReportSubjects
{
    private const string Revived = "Deserialized.";

    private static readonly Dictionary<string, ReportSubject> s_byType = new(StringComparer.Ordinal)
    {
        [typeof(BudgetVerdict).FullName] = ReportSubject.Limit,
        [typeof(LayerDifference).FullName] = ReportSubject.Change,
        [typeof(CostDifference).FullName] = ReportSubject.Convention,
        [typeof(CostTerm).FullName] = ReportSubject.Term,
        [typeof(NetworkCost).FullName] = ReportSubject.Network,
        [typeof(LayerCost).FullName] = ReportSubject.Layer,
    };

    /// <summary>What rows of a type are about; null where a report has no place for them.</summary>
    /// <param name="typeName">The full name of the type, behind Deserialized. for a row out of a file or a job.</param>
    public static ReportSubject? Of(string typeName)
    {
        string own = typeName.StartsWith(Revived, StringComparison.Ordinal)
            ? typeName.Substring(Revived.Length)
            : typeName;
        return s_byType.TryGetValue(own, out ReportSubject subject) ? subject : null;
    }
}
