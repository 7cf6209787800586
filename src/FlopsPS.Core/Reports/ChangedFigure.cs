using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Numbers;

namespace FlopsPS.Reports;

/// <summary>A figure of a network or a layer before and after.</summary>
internal sealed class ChangedFigure
{
    private static readonly string[] s_columns = ["Macs", "Flops", "Parameters"];

    private ChangedFigure(string unit, long? before, long? after, long difference)
    {
        Unit = unit;
        Before = before;
        After = after;
        Difference = difference;
    }

    public string Unit { get; }

    public long? Before { get; }

    public long? After { get; }

    public long Difference { get; }

    /// <summary>How large the change is in proportion; of what was nothing, larger than any other.</summary>
    public decimal Weight => Difference == 0 ? 0
        : Before is > 0 and { } before ? Math.Abs((decimal)Difference) / before
        : decimal.MaxValue;

    /// <summary>The figures that the convention of a row defines.</summary>
    public static IReadOnlyList<ChangedFigure> Of(ReportRow row) =>
    [
        .. from column in s_columns
           let difference = row.Count(column + "Difference")
           where difference is not null
           select new ChangedFigure(
               FigureText.Unit(column), row.Count("Reference" + column), row.Count(column), difference.Value),
    ];

    /// <summary>+1,024 MACs (+0.01 %).</summary>
    public override string ToString() =>
        $"{ExactCount.Signed(Difference)} {Unit}{FigureText.Percent(Difference, Before)}";
}
