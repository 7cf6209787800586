using System;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using FlopsPS.Networks;
using FlopsPS.Numbers;

namespace FlopsPS.Budgets;

/// <summary>Reads limits as people write them, exactly and in no culture.</summary>
internal static class LimitText
{
    private const string Prefixes = "kMGTPE";

    private const string Forms =
        "write a count such as 26M, 4.2G or 26_000_000 (k, M, G, T, P, E are decimal), or a change such as +2%";

    private static readonly Regex s_form = new(
        @"^\s*(?<sign>[+-])?(?<whole>[0-9][0-9_]*)(?:\.(?<part>[0-9]+))?(?:[eE]\+?(?<exponent>[0-9]{1,2}))?"
        + @"\s*(?<unit>%|[A-Za-z][A-Za-z-]*(?:\s+[A-Za-z-]+)?)?\s*$",
        RegexOptions.CultureInvariant);

    public static Limit Read(string text, BudgetMetric metric)
    {
        Match match = s_form.Match(text);
        if (!match.Success)
        {
            throw Invalid($"'{text}' is not a limit: {Forms}");
        }

        try
        {
            return match.Groups["unit"].Value == "%"
                ? Percent(match, text)
                : Limit.Absolute(Count(match, text, metric), text.Trim());
        }
        catch (OverflowException overflow)
        {
            throw Invalid($"'{text}' does not fit into 64 bits: the largest limit is {long.MaxValue}", overflow);
        }
    }

    private static Limit Percent(Match match, string text)
    {
        string sign = match.Groups["sign"].Value;
        if (sign.Length == 0)
        {
            throw Invalid($"'{text}' does not say whether it is above or below the baseline: write +{text} or -{text}");
        }

        int places = match.Groups["part"].Length;
        var percent = new Rational((long)Digits(match), (long)BigInteger.Pow(10, places));
        return Limit.Relative(sign == "-" ? -percent : percent);
    }

    private static long Count(Match match, string text, BudgetMetric metric)
    {
        if (match.Groups["sign"].Length > 0)
        {
            throw Invalid($"'{text}' has a sign but is no percentage: {Forms}");
        }

        int power = Power(match.Groups["unit"].Value, text, metric)
            + Exponent(match.Groups["exponent"].Value)
            - match.Groups["part"].Length;
        BigInteger digits = Digits(match);
        if (power >= 0)
        {
            return (long)(digits * BigInteger.Pow(10, power));
        }

        BigInteger whole = BigInteger.DivRem(digits, BigInteger.Pow(10, -power), out BigInteger rest);
        return rest.IsZero ? (long)whole : throw Invalid($"'{text}' is not a whole number; what is counted always is");
    }

    private static BigInteger Digits(Match match) => BigInteger.Parse(
        match.Groups["whole"].Value.Replace("_", string.Empty) + match.Groups["part"].Value,
        NumberStyles.None,
        CultureInfo.InvariantCulture);

    private static int Exponent(string digits) =>
        digits.Length == 0 ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The power of ten of a prefix and a unit, such as G, GFLOPs, G FLOPs or FLOPs.</summary>
    private static int Power(string unit, string text, BudgetMetric metric)
    {
        if (unit.Length == 0 || BudgetMetrics.FromUnit(unit) is not null)
        {
            return Check(unit, text, metric, 0);
        }

        // In PowerShell case does not matter, and a million is never meant to be a thousandth.
        int prefix = Prefixes.IndexOf(unit.Substring(0, 1), StringComparison.OrdinalIgnoreCase);
        return prefix < 0
            ? throw Invalid($"'{text}' has a unit that is not known: {Forms}")
            : Check(unit.Substring(1).TrimStart(), text, metric, 3 * (prefix + 1));
    }

    private static int Check(string word, string text, BudgetMetric metric, int power)
    {
        if (word.Length == 0)
        {
            return power;
        }

        if (BudgetMetrics.FromUnit(word) is not { } meant)
        {
            throw Invalid($"'{text}' has a unit that is not known: {Forms}");
        }

        return meant == metric
            ? power
            : throw Invalid(
                $"'{text}' is a number of {BudgetMetrics.Unit(meant)}, and the limit is on "
                + $"{BudgetMetrics.Unit(metric)}: set it on {BudgetMetrics.Unit(meant)}, or give "
                + $"{BudgetMetrics.Unit(metric)} here");
    }

    private static NetworkException Invalid(string reason, Exception? inner = null) =>
        new(ErrorCode.LimitInvalid, reason, inner);
}
