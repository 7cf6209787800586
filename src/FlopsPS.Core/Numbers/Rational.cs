using System;
using System.Globalization;

namespace FlopsPS.Numbers;

/// <summary>
/// An exact fraction of two 64-bit integers, always in lowest terms with a positive denominator.
/// Width multipliers and scale factors stay exact: 0.1 * 30 is 3, and 1/3 * 3 is 1.
/// </summary>
/// <remarks>Arithmetic that leaves 64 bits throws <see cref="OverflowException"/>.</remarks>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    // A default Rational must be zero, so the denominator is stored less one.
    private readonly long _denominatorLessOne;

    /// <summary>Makes <paramref name="numerator"/> / <paramref name="denominator"/> in lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(long numerator, long denominator = 1)
    {
        if (denominator == 0)
        {
            throw new DivideByZeroException();
        }

        long divisor = GreatestCommonDivisor(numerator, denominator);
        if (denominator < 0)
        {
            divisor = -divisor;
        }

        Numerator = numerator / divisor;
        _denominatorLessOne = (denominator / divisor) - 1;
    }

    /// <summary>The numerator; it carries the sign.</summary>
    public long Numerator { get; }

    /// <summary>The denominator, at least 1.</summary>
    public long Denominator => _denominatorLessOne + 1;

    /// <summary>Whether this is a whole number.</summary>
    public bool IsInteger => _denominatorLessOne == 0;

    /// <summary>A whole number as a fraction.</summary>
    public static implicit operator Rational(long value) => new(value);

    /// <summary>The sum.</summary>
    public static Rational operator +(Rational a, Rational b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    /// <summary>The difference.</summary>
    public static Rational operator -(Rational a, Rational b) => a + -b;

    /// <summary>The negative.</summary>
    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    /// <summary>The product.</summary>
    public static Rational operator *(Rational a, Rational b)
    {
        // Cross-reduced first, so that a product that fits never overflows on the way.
        var left = new Rational(a.Numerator, b.Denominator);
        var right = new Rational(b.Numerator, a.Denominator);
        return new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);
    }

    /// <summary>The quotient.</summary>
    public static Rational operator /(Rational a, Rational b) => a * new Rational(b.Denominator, b.Numerator);

    /// <summary>Equality of values.</summary>
    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    /// <summary>Inequality of values.</summary>
    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    /// <summary>Whether a is smaller than b.</summary>
    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    /// <summary>Whether a is larger than b.</summary>
    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    /// <summary>Whether a is at most b.</summary>
    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    /// <summary>Whether a is at least b.</summary>
    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    /// <summary>The exact value of a decimal number such as 0.35.</summary>
    /// <exception cref="OverflowException">It needs more than 64 bits.</exception>
    public static Rational FromDecimal(decimal value)
    {
        long denominator = 1;
        while (value != decimal.Truncate(value))
        {
            value *= 10;
            denominator *= 10;
        }

        return new((long)value, denominator);
    }

    /// <summary>The largest whole number that is not above this.</summary>
    public long Floor()
    {
        long quotient = Numerator / Denominator;
        return Numerator % Denominator < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest whole number that is not below this.</summary>
    public long Ceiling() => -(-this).Floor();

    /// <summary>The nearest whole number; a half goes to the even neighbour, as Python's <c>round</c> does.</summary>
    public long Round()
    {
        long floor = Floor();
        int half = (this - floor).CompareTo(new Rational(1, 2));
        return half > 0 || (half == 0 && floor % 2 != 0) ? floor + 1 : floor;
    }

    /// <inheritdoc/>
    public int CompareTo(Rational other)
    {
        return IsInteger && other.IsInteger
            ? Numerator.CompareTo(other.Numerator)
            : ((decimal)Numerator * other.Denominator).CompareTo((decimal)other.Numerator * Denominator);
    }

    /// <inheritdoc/>
    public bool Equals(Rational other) =>
        Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Numerator.GetHashCode() * 397) ^ _denominatorLessOne.GetHashCode());

    /// <summary>The exact value: digits, a decimal number, or a fraction such as 1/3 where no decimal is exact.
    /// </summary>
    public override string ToString()
    {
        if (IsInteger)
        {
            return Numerator.ToString(CultureInfo.InvariantCulture);
        }

        int places = Places(2) > Places(5) ? Places(2) : Places(5);
        bool isDecimal = places <= 18 && Power(10, places) % Denominator == 0;
        return isDecimal
            ? ((decimal)Numerator / Denominator).ToString("0.##################", CultureInfo.InvariantCulture)
            : string.Format(CultureInfo.InvariantCulture, "{0}/{1}", Numerator, Denominator);
    }

    /// <summary>The largest whole number that divides both; never negative.</summary>
    internal static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return Math.Abs(a);
    }

    // How often a prime divides the denominator: the decimal places that it needs.
    private int Places(long prime)
    {
        int places = 0;
        for (long rest = Denominator; rest % prime == 0; rest /= prime)
        {
            places++;
        }

        return places;
    }

    private static long Power(long number, int exponent)
    {
        long power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= number;
        }

        return power;
    }
}
