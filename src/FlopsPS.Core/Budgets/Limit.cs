using System.Numerics;
using FlopsPS.Networks;
using FlopsPS.Numbers;

namespace FlopsPS.Budgets;

/// <summary>The most that a figure may be: a count, or so many percent above or below a baseline.</summary>
public sealed class Limit
{
    private readonly string _text;
    private readonly long _count;
    private readonly Rational? _percent;

    private Limit(string text, long count, Rational? percent)
    {
        _text = text;
        _count = count;
        _percent = percent;
    }

    /// <summary>Whether it takes a baseline to know the limit.</summary>
    public bool IsRelative => _percent is not null;

    /// <summary>A limit as people write it: 26M, 4.2 GFLOPs, 26_000_000, +2%.</summary>
    /// <param name="text">The text. Prefixes are decimal (SI): k is 1000.</param>
    /// <param name="metric">What is limited; another unit is refused.</param>
    /// <exception cref="NetworkException">The text is no limit, is not whole, or leaves 64 bits.</exception>
    public static Limit Parse(string text, BudgetMetric metric) => LimitText.Read(text, metric);

    /// <summary>A count.</summary>
    /// <exception cref="NetworkException">It is negative.</exception>
    public static Limit Absolute(long count, string? text = null) => count >= 0
        ? new(text ?? new Rational(count).ToString(), count, null)
        : throw new NetworkException(ErrorCode.LimitInvalid, $"A limit of {count} can never be met; use 0 or more.");

    /// <summary>A percentage above the baseline, or below it when negative.</summary>
    /// <exception cref="NetworkException">It is below -100 %.</exception>
    public static Limit Relative(Rational percent) => percent >= -100
        ? new((percent < 0 ? string.Empty : "+") + percent + "%", 0, percent)
        : throw new NetworkException(
            ErrorCode.LimitInvalid, $"{percent}% would leave less than nothing of the baseline; use -100% or more.");

    /// <summary>The count, where the baseline counts this much: baseline * (100 + percent) / 100, rounded down, exact.
    /// Null where it takes a baseline and there is none.</summary>
    /// <exception cref="NetworkException">It leaves 64 bits.</exception>
    public long? Of(long? baseline)
    {
        if (_percent is not { } percent)
        {
            return _count;
        }

        // The product may need more than 64 bits where the quotient does not; neither is ever negative.
        BigInteger whole = (BigInteger)100 * percent.Denominator;
        BigInteger? limit = baseline * (whole + percent.Numerator) / whole;
        return limit <= long.MaxValue || limit is null
            ? (long?)limit
            : throw new NetworkException(
                ErrorCode.CountOverflow, $"The limit {this} of {baseline} does not fit into 64 bits; set a lower one.");
    }

    /// <summary>The limit as it was written.</summary>
    public override string ToString() => _text;
}
