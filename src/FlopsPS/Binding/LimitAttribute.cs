using System;
using System.Collections;
using System.Management.Automation;
using FlopsPS.Budgets;
using FlopsPS.Networks;

namespace FlopsPS.Binding;

/// <summary>A limit on a metric: 26M, 4.2G, 26_000_000, or +2% of a baseline.</summary>
public sealed class LimitAttribute : ValueTransformationAttribute
{
    private readonly BudgetMetric _metric;

    /// <summary>A limit on a metric.</summary>
    public LimitAttribute(BudgetMetric metric) => _metric = metric;

    private protected override object Transform(object? value) => RawValue.Unwrap(value) switch
    {
        Limit limit => limit,
        string text => Limit.Parse(text, _metric),
        IEnumerable => throw new NetworkException(
            ErrorCode.LimitInvalid,
            "To PowerShell a number with commas is a list; write 26_000_000 or 26M, and give one limit."),
        // A number keeps the text it was typed as: 26MB, which is binary to PowerShell, is refused by its unit.
        var number when value is PSObject typed && HasUnit(typed.ToString()) =>
            Limit.Parse(typed.ToString(), _metric),
        _ => Limit.Absolute(RawValue.Whole(value)),
    };

    private static bool HasUnit(string text) => text.EndsWith("b", StringComparison.OrdinalIgnoreCase);
}
