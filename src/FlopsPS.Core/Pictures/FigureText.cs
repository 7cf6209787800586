using System;
using System.Globalization;
using FlopsPS.Counting;

namespace FlopsPS.Pictures;

/// <summary>Figures as pages show them, the same in every culture.</summary>
internal static class FigureText
{
    /// <summary>What stands in front of a figure to which something uncounted would add.</summary>
    public const string LowerBound = "≥ ";

    /// <summary>4,089,184,256.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>+22,554,112; -1,000.</summary>
    public static string Signed(long value) => value.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture);

    /// <summary>A figure of a convention: a lower bound where it does not count something, "not counted" where that is
    /// all, and nothing where it has no such figure.</summary>
    public static string Priced(long? value, CostRow row) => (value, row.Uncounted) switch
    {
        (null, null) => string.Empty,
        (null, _) => "not counted",
        ({ } known, null) => Count(known),
        ({ } known, _) => LowerBound + Count(known),
    };

    /// <summary>A coverage as a percentage; only what is complete is 100 %.</summary>
    public static string Coverage(double share) => share == 1
        ? "100 %"
        : (Math.Floor(share * 1000) / 10).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
