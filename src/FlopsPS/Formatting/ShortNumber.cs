using System.Globalization;

namespace FlopsPS.Formatting;

/// <summary>Whole numbers shortened for tables: 4089184256 is 4.09 G. Decimal units (SI): k is 1000.</summary>
public static class ShortNumber
{
    private const decimal Step = 1000;

    private static readonly string[] s_units = ["k", "M", "G", "T", "P", "E"];

    /// <summary>The number with two decimals and its unit, in the current culture; below 1000 as it is.</summary>
    /// <param name="value">The number, or null for a figure that is not defined.</param>
    /// <returns>4.09 G, 940.80 k, 512, or nothing for null.</returns>
    public static string Format(long? value)
    {
        if (value is not { } number)
        {
            return string.Empty;
        }

        if (number is > -1000 and < 1000)
        {
            return number.ToString(CultureInfo.CurrentCulture);
        }

        decimal scaled = number / Step;
        int unit = 0;

        // Rounded before it is compared, so that 999,999 is 1.00 M and not 1000.00 k.
        while (decimal.Round(scaled, 2) is <= -1000 or >= 1000)
        {
            scaled /= Step;
            unit++;
        }

        return scaled.ToString("0.00 ", CultureInfo.CurrentCulture) + s_units[unit];
    }
}
