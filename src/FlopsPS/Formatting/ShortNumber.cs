using System.Globalization;
using FlopsPS.Numbers;

namespace FlopsPS.Formatting;

/// <summary>Whole numbers shortened for tables: 4089184256 is 4.09 G. Decimal units (SI): k is 1000.</summary>
public static class ShortNumber
{
    /// <summary>The number with two decimals and its unit, in the current culture; below 1000 as it is.</summary>
    /// <param name="value">The number, or null for a figure that is not defined.</param>
    /// <returns>4.09 G, 940.80 k, 512, or nothing for null.</returns>
    public static string Format(long? value) =>
        value is { } number ? ShortCount.Of(number, CultureInfo.CurrentCulture) : string.Empty;
}
