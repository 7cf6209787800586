using System;
using System.Globalization;
using System.Numerics;
using CsCheck;
using FlopsPS.Numbers;

namespace FlopsPS.Core.Tests.Numbers;

public class RationalTests
{
    private static readonly Gen<Rational> s_any = Gen.Select(
        Gen.Long[-10_000, 10_000],
        Gen.Long[1, 10_000],
        (numerator, denominator) => new Rational(numerator, denominator));

    [Theory]
    [InlineData(6, 4, 3, 2)]
    [InlineData(-6, 4, -3, 2)]
    [InlineData(6, -4, -3, 2)]
    [InlineData(-6, -4, 3, 2)]
    [InlineData(0, -7, 0, 1)]
    [InlineData(8, 2, 4, 1)]
    public void A_fraction_is_in_lowest_terms_with_a_positive_denominator(
        long a, long b, long numerator, long denominator)
    {
        var value = new Rational(a, b);

        Assert.Equal((numerator, denominator), (value.Numerator, value.Denominator));
        Assert.Equal(denominator == 1, value.IsInteger);
    }

    [Fact]
    public void The_default_is_zero() => Assert.Equal(new Rational(0), default);

    [Fact]
    public void Arithmetic_is_that_of_fractions() => Gen.Select(s_any, s_any).Sample(
        (a, b) =>
        {
            AssertIs(Numerator(a, b) + Numerator(b, a), Common(a, b), a + b);
            AssertIs(Numerator(a, b) - Numerator(b, a), Common(a, b), a - b);
            AssertIs((BigInteger)a.Numerator * b.Numerator, Common(a, b), a * b);
            if (b.Numerator != 0)
            {
                AssertIs((BigInteger)a.Numerator * b.Denominator, (BigInteger)a.Denominator * b.Numerator, a / b);
            }
        },
        iter: 1000);

    [Fact]
    public void Order_is_that_of_fractions() => Gen.Select(s_any, s_any).Sample(
        (a, b) =>
        {
            int order = Numerator(a, b).CompareTo(Numerator(b, a));
            Assert.Equal(order, Math.Sign(a.CompareTo(b)));
            Assert.Equal(order == 0, a == b);
            Assert.Equal(order != 0, a != b);
            Assert.Equal(order < 0, a < b);
            Assert.Equal(order > 0, a > b);
            Assert.Equal(order <= 0, a <= b);
            Assert.Equal(order >= 0, a >= b);
            Assert.Equal(a == b, a.Equals((object)b));
            Assert.True(order != 0 || a.GetHashCode() == b.GetHashCode());
        },
        iter: 1000);

    // 7, 22/3 and their negatives: whole numbers among fractions, and values that are equal.
    [Theory]
    [InlineData(7, 1, 22, 3, -1)]
    [InlineData(7, 1, 20, 3, 1)]
    [InlineData(20, 3, 7, 1, -1)]
    [InlineData(-7, 1, -22, 3, 1)]
    [InlineData(7, 1, 14, 2, 0)]
    [InlineData(22, 3, 44, 6, 0)]
    public void A_whole_number_has_its_place_among_fractions(long a, long b, long c, long d, int order)
    {
        Rational first = new(a, b);
        Rational second = new(c, d);

        Assert.Equal(order, Math.Sign(first.CompareTo(second)));
        Assert.Equal(order < 0, first < second);
        Assert.Equal(order > 0, first > second);
        Assert.Equal(order <= 0, first <= second);
        Assert.Equal(order >= 0, first >= second);
        Assert.True(order != 0 || first.GetHashCode() == second.GetHashCode());
    }

    [Theory]
    [InlineData(-4, 1, -4, -4)]
    [InlineData(4, 1, 4, 4)]
    [InlineData(-9, 2, -5, -4)]
    [InlineData(9, 2, 4, 5)]
    [InlineData(0, 1, 0, 0)]
    public void A_whole_number_is_its_own_floor_and_ceiling(long a, long b, long floor, long ceiling) =>
        Assert.Equal((floor, ceiling), (new Rational(a, b).Floor(), new Rational(a, b).Ceiling()));

    [Fact]
    public void Floor_ceiling_and_round_bracket_the_value() => s_any.Sample(
        value =>
        {
            decimal exact = (decimal)value.Numerator / value.Denominator;
            Assert.Equal((long)decimal.Floor(exact), value.Floor());
            Assert.Equal((long)decimal.Ceiling(exact), value.Ceiling());
            Assert.Equal((long)decimal.Round(exact, MidpointRounding.ToEven), value.Round());
        },
        iter: 1000);

    [Theory]
    [InlineData(1, 2, 0)]
    [InlineData(3, 2, 2)]
    [InlineData(5, 2, 2)]
    [InlineData(-1, 2, 0)]
    [InlineData(-3, 2, -2)]
    public void Half_rounds_to_the_even_neighbour(long numerator, long denominator, long rounded) =>
        Assert.Equal(rounded, new Rational(numerator, denominator).Round());

    [Fact]
    public void Width_multipliers_stay_exact()
    {
        Assert.Equal(3, Rational.FromDecimal(0.1m) * 30);
        Assert.Equal(1, new Rational(1, 3) * 3);
        Assert.Equal(new Rational(7, 20), Rational.FromDecimal(0.35m));
        Assert.Equal(new Rational(-5, 4), Rational.FromDecimal(-1.25m));
    }

    [Theory]
    [InlineData(7, 1, "7")]
    [InlineData(-7, 20, "-0.35")]
    [InlineData(1, 3, "1/3")]
    [InlineData(5, 6, "5/6")] // one of the primes of 10 does not make a decimal
    [InlineData(-22, 7, "-22/7")]
    [InlineData(1, 100_000, "0.00001")]
    [InlineData(1, 1_000_000_000_000_000_000, "0.000000000000000001")]
    [InlineData(1, 2_000_000_000_000_000_000, "1/2000000000000000000")]
    [InlineData(1_234_567_890_123_456_789, 1000, "1234567890123456.789")]
    public void The_text_is_exact(long numerator, long denominator, string text) =>
        Assert.Equal(text, new Rational(numerator, denominator).ToString());

    [Fact]
    public void A_decimal_text_reads_back_as_the_same_value() => Gen.Long[-1_000_000_000, 1_000_000_000].Sample(
        millionths =>
        {
            var value = new Rational(millionths, 1_000_000);
            Assert.Equal(value, Rational.FromDecimal(decimal.Parse(value.ToString(), CultureInfo.InvariantCulture)));
        });

    [Fact]
    public void What_leaves_64_bits_overflows()
    {
        Assert.Throws<OverflowException>(() => new Rational(long.MaxValue) + 1);
        Assert.Throws<OverflowException>(() => new Rational(long.MaxValue) * 2);
        Assert.Throws<OverflowException>(() => Rational.FromDecimal(decimal.MaxValue));
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));
        Assert.Throws<DivideByZeroException>(() => new Rational(1) / 0);
    }

    [Fact]
    public void A_product_that_fits_does_not_overflow_on_the_way() =>
        Assert.Equal(1, new Rational(long.MaxValue, 2) * new Rational(2, long.MaxValue));

    private static BigInteger Numerator(Rational a, Rational b) => (BigInteger)a.Numerator * b.Denominator;

    private static BigInteger Common(Rational a, Rational b) => (BigInteger)a.Denominator * b.Denominator;

    private static void AssertIs(BigInteger numerator, BigInteger denominator, Rational actual)
    {
        Assert.Equal(numerator * actual.Denominator, denominator * actual.Numerator);
        Assert.True(BigInteger.GreatestCommonDivisor(actual.Numerator, actual.Denominator).IsOne);
    }
}
