using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FlopsPS.Yaml.Expressions;

/// <summary>Numbers as Python writes them: 64, 1_000_000, 0.35, .5, 1e-5. Exact, or refused.</summary>
internal static class Numeral
{
    /// <summary>The form of a number, without a sign.</summary>
    public const string Pattern =
        @"(?:(?<whole>[0-9]+(?:_[0-9]+)*)(?:\.(?<part>[0-9]*))?|\.(?<part>[0-9]+))(?:[eE](?<exponent>[+-]?[0-9]+))?";

    private static readonly Regex s_form = new("^" + Pattern + "$", RegexOptions.CultureInvariant);

    /// <summary>The number as a literal.</summary>
    /// <exception cref="ExpressionException">It needs more than 64 bits.</exception>
    public static Literal Read(string text)
    {
        Match match = s_form.Match(text);
        string part = match.Groups["part"].Value.TrimEnd('0');
        string exponent = match.Groups["exponent"].Value;
        try
        {
            long digits = Whole(match.Groups["whole"].Value.Replace("_", string.Empty) + part);
            long power = Whole(exponent) - part.Length;
            return new Literal(Operand.Whole(digits == 0 ? 0 : digits * Operators.Power(10, power)));
        }
        catch (OverflowException)
        {
            throw new ExpressionException($"{text} does not fit into 64 bits");
        }
    }

    private static long Whole(string digits) =>
        digits.Length == 0 ? 0 : long.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
