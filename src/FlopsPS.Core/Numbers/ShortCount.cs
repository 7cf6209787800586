using System;

namespace FlopsPS.Numbers;

/// <summary>Whole numbers shortened for people: 4089184256 is 4.09 G. Decimal units (SI): k is 1000.</summary>
internal static class ShortCount
{
    private const decimal Step = 1000;

    private static readonly string[] s_units = ["k", "M", "G", "T", "P", "E"];

    /// <summary>The number with two decimals and its unit; below 1000 as it is.</summary>
    /// <returns>4.09 G, 940.80 k or 512.</returns>
    public static string Of(long number, IFormatProvider culture)
    {
        if (number is > -1000 and < 1000)
        {
            return number.ToString(culture);
        }

        decimal scaled = number / Step;
        int unit = 0;

        // Rounded before it is compared, so that 999,999 is 1.00 M and not 1000.00 k.
        while (decimal.Round(scaled, 2) is <= -1000 or >= 1000)
        {
            scaled /= Step;
            unit++;
        }

        return scaled.ToString("0.00 ", culture) + s_units[unit];
    }
}
