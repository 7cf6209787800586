using System;
using System.Globalization;

namespace FlopsPS.Pictures;

/// <summary>Parts of a whole, the same in every culture and on every runtime.</summary>
internal static class Share
{
    /// <summary>12.34 %; only nothing is 0 %, and only all of it is 100 %.</summary>
    public static string Text(long part, long whole)
    {
        if (part == 0 || whole == 0)
        {
            return "0 %";
        }

        decimal percent = Math.Round(Percent(part, whole), 2, MidpointRounding.AwayFromZero);
        return percent switch
        {
            _ when part == whole => "100 %",
            0 => "<0.01 %",
            >= 100 => ">99.99 %",
            _ => percent.ToString("0.00", CultureInfo.InvariantCulture) + " %",
        };
    }

    /// <summary>A place or a width in a picture: 12.3456%.</summary>
    public static string Length(long part, long whole) =>
        Math.Round(Percent(part, whole), 4).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    private static decimal Percent(long part, long whole) => 100m * part / whole;
}
