using System.Globalization;
using FlopsPS.Counting;
using FlopsPS.Numbers;

namespace FlopsPS.Pictures;

/// <summary>Figures as pages show them, the same in every culture.</summary>
internal static class FigureText
{
    /// <summary>What stands in front of a figure to which something uncounted would add.</summary>
    public const string LowerBound = "≥ ";

    /// <summary>A figure of a convention: a lower bound where it does not count something, "not counted" where that is
    /// all, and nothing where it has no such figure.</summary>
    public static string Priced(long? value, CostRow row) => (value, row.Uncounted) switch
    {
        (null, null) => string.Empty,
        (null, _) => "not counted",
        ({ } known, null) => ExactCount.Of(known),
        ({ } known, _) => LowerBound + ExactCount.Of(known),
    };

    /// <summary>A coverage as a percentage; only what is complete is 100 %.</summary>
    public static string Coverage(double share) => CoverageText.Of(share, CultureInfo.InvariantCulture);
}
