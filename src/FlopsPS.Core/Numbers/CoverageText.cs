using System;

namespace FlopsPS.Numbers;

/// <summary>A coverage as a percentage.</summary>
internal static class CoverageText
{
    /// <summary>The share, from 0 to 1, cut to a decimal: only what is complete is 100 %.</summary>
    /// <returns>99.9 % or 100 %.</returns>
    public static string Of(double share, IFormatProvider culture) =>
        share == 1 ? "100 %" : (Math.Floor(share * 1000) / 10).ToString("0.0", culture) + " %";
}
