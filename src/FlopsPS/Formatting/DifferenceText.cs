using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using FlopsPS.Comparing;

namespace FlopsPS.Formatting;

/// <summary>What the views of comparisons print: digits where people compare digits.</summary>
public static class DifferenceText
{
    // As wide as the columns of counts.
    private const int Width = 15;

    private const string Indent = "\n                ";

    /// <summary>What the rows of a table belong to: the network, the batch and the input.</summary>
    public static string Heading(PSObject row) => string.Format(
        CultureInfo.CurrentCulture,
        "{0}, batch {1}, input {2}, compared with {3}",
        CostText.Name(row),
        row.Properties["BatchSize"]?.Value,
        row.Properties["InputShape"]?.Value,
        row.Properties["Reference"]?.Value);

    /// <summary>What the rows of two networks belong to: old -> new, convention exact.</summary>
    public static string NetworksHeading(PSObject row) => string.Format(
        CultureInfo.CurrentCulture,
        "{0} -> {1}, convention {2}",
        row.Properties["ReferenceNetwork"]?.Value,
        CostText.Name(row),
        row.Properties["Convention"]?.Value);

    /// <summary>A difference with its sign, shortened.</summary>
    public static string Short(long? value) => (value > 0 ? "+" : string.Empty) + ShortNumber.Format(value);

    /// <summary>A count to the last digit, or shortened where that is too wide.</summary>
    public static string Count(long? value) => Fit(value, value?.ToString("N0", CultureInfo.CurrentCulture));

    /// <summary>A difference with its sign.</summary>
    public static string Signed(long? value) => Fit(value, value?.ToString("+#,0;-#,0;0", CultureInfo.CurrentCulture));

    /// <summary>A convention and its figures, in columns, and below them the reasons.</summary>
    public static string Row(PSObject row, PSHost host)
    {
        string figures = string.Concat(
            Cell(Count(row.Properties["Macs"]?.Value as long?)),
            Cell(Count(row.Properties["Flops"]?.Value as long?)),
            Cell(Signed(row.Properties["Difference"]?.Value as long?)));
        IEnumerable<string> reasons = Reasons(row)
            .Select(reason => ColumnText.Wrap(reason, host, Indent.Length + 2, 1).Replace("\n", Indent + "  "))
            .Select(reason => Indent + reason);
        return $"{row.Properties["Convention"]?.Value}".PadRight(Width) + figures + string.Concat(reasons);

        static string Cell(string text) => " " + text.PadLeft(Width);
    }

    /// <summary>The reasons, one a line.</summary>
    public static string Why(PSObject row) => string.Join("\n", Reasons(row));

    /// <summary>What a term is about: a kind, or an operation in it.</summary>
    public static string What(PSObject row)
    {
        return row.BaseObject is CostTerm term
            ? term.Subject
            : $"{row.Properties["Kind"]?.Value} {row.Properties["Operation"]?.Value}".TrimEnd();
    }

    private static string[] Reasons(PSObject row) =>
        $"{row.Properties["Why"]?.Value}".Split(["; "], StringSplitOptions.RemoveEmptyEntries);

    private static string Fit(long? value, string? digits) =>
        digits is null or { Length: <= Width } ? digits ?? string.Empty : ShortNumber.Format(value);
}
