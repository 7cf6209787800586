using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using FlopsPS.Counting;
using FlopsPS.Reports;

namespace FlopsPS.Formatting;

/// <summary>From rows in a pipeline, as they are or out of a file or a job, to rows of a report.</summary>
internal static class ReportRows
{
    /// <summary>The row of a report; null for an object that is no row.</summary>
    public static ReportRow? Of(PSObject row) => row.TypeNames
        .Select(ReportSubjects.Of)
        .FirstOrDefault(subject => subject is not null) is { } subject
            ? new(subject, CostText.Name(row), [.. Columns(row)], row.BaseObject is ResultRow own ? own.Line : 0)
            : null;

    private static IEnumerable<KeyValuePair<string, object?>> Columns(PSObject row) => row.Properties
        .Where(column => !CostText.IsOfRemoting(column.Name))
        .Select(column => new KeyValuePair<string, object?>(
            column.Name, column.Value is PSObject wrapped ? wrapped.BaseObject : column.Value));
}
