using System.Globalization;

namespace FlopsPS.Numbers;

/// <summary>Whole numbers to the last digit, the same in every culture; nothing for one that is not defined.</summary>
internal static class ExactCount
{
    /// <summary>4,089,184,256.</summary>
    public static string Of(long? number) => number?.ToString("#,0", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>+22,554,112; -1,000; 0.</summary>
    public static string Signed(long? number) =>
        number?.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture) ?? string.Empty;
}
