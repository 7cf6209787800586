using System.Globalization;
using FlopsPS.Budgets;
using FlopsPS.Networks;
using FlopsPS.Numbers;

namespace FlopsPS.Core.Tests.Budgets;

public class LimitTests
{
    [Theory]
    [InlineData("26M", BudgetMetric.Parameters, 26_000_000)]
    [InlineData("26m", BudgetMetric.Parameters, 26_000_000)]
    [InlineData("26_000_000", BudgetMetric.Parameters, 26_000_000)]
    [InlineData("4.2G", BudgetMetric.Macs, 4_200_000_000)]
    [InlineData("4.2 GMACs", BudgetMetric.Macs, 4_200_000_000)]
    [InlineData("4.2GFLOPs", BudgetMetric.Flops, 4_200_000_000)]
    [InlineData(" 4.2 G FLOPs ", BudgetMetric.Flops, 4_200_000_000)]
    [InlineData("4200 mflop", BudgetMetric.Flops, 4_200_000_000)]
    [InlineData("7 params", BudgetMetric.Parameters, 7)]
    [InlineData("1 param", BudgetMetric.Parameters, 1)]
    [InlineData("1 parameter", BudgetMetric.Parameters, 1)]
    [InlineData("26M parameters", BudgetMetric.Parameters, 26_000_000)]
    [InlineData("7 Pparams", BudgetMetric.Parameters, 7_000_000_000_000_000)]
    [InlineData("3 macs", BudgetMetric.Macs, 3)]
    [InlineData("3 MMACs", BudgetMetric.Macs, 3_000_000)]
    [InlineData("570M mult-adds", BudgetMetric.Macs, 570_000_000)]
    [InlineData("11.1M activations", BudgetMetric.Activations, 11_100_000)]
    [InlineData("53 kbuffers", BudgetMetric.Buffers, 53_000)]
    [InlineData("4.089184256G", BudgetMetric.Macs, 4_089_184_256)]
    [InlineData("15.0", BudgetMetric.Macs, 15)]
    [InlineData("4e9", BudgetMetric.Macs, 4_000_000_000)]
    [InlineData("4.2E+9", BudgetMetric.Macs, 4_200_000_000)]
    [InlineData("4E", BudgetMetric.Macs, 4_000_000_000_000_000_000)]
    [InlineData("0", BudgetMetric.Macs, 0)]
    [InlineData("1.5k", BudgetMetric.Macs, 1500)]
    [InlineData("2T", BudgetMetric.Macs, 2_000_000_000_000)]
    [InlineData("9223372036854775807", BudgetMetric.Macs, long.MaxValue)]
    [InlineData("9223372036854775.807k", BudgetMetric.Macs, long.MaxValue)]
    public void A_count_has_a_decimal_prefix_and_a_unit_of_its_metric(string text, BudgetMetric metric, long count)
    {
        Limit limit = Limit.Parse(text, metric);

        Assert.False(limit.IsRelative);
        Assert.Equal(count, limit.Of(null));
        Assert.Equal(text.Trim(), limit.ToString());
    }

    [Theory]
    [InlineData("+2%", 1000, 1020)]
    [InlineData("+2 %", 1000, 1020)]
    [InlineData("-5%", 1000, 950)]
    [InlineData("+0%", 1000, 1000)]
    [InlineData("-100%", 1000, 0)]
    [InlineData("+150%", 1000, 2500)]
    [InlineData("+2%", 49, 49)] // 49.98, rounded down
    [InlineData("+2%", 50, 51)]
    [InlineData("-2%", 49, 48)] // 48.02
    [InlineData("+0.1%", 999, 999)] // 999.999
    [InlineData("+0.1%", 1000, 1001)]
    [InlineData("+33.333%", 3_000_000, 3_999_990)]
    [InlineData("+2%", 0, 0)]
    [InlineData("+0%", long.MaxValue, long.MaxValue)]
    [InlineData("+0.0000000001%", long.MaxValue - 10_000_000, 9_223_372_036_853_999_179)] // + 9,223,372.03...
    [InlineData("-50%", long.MaxValue, 4_611_686_018_427_387_903)] // half of 2^63 - 1, rounded down
    public void A_percentage_is_exact_and_rounded_down(string text, long baseline, long expected)
    {
        Limit limit = Limit.Parse(text, BudgetMetric.Macs);

        Assert.True(limit.IsRelative);
        Assert.Equal(expected, limit.Of(baseline));
        Assert.Equal(text.Replace(" ", string.Empty), limit.ToString());
        Assert.Null(limit.Of(null));
    }

    [Theory]
    [InlineData("2%", "'2%' does not say whether it is above or below the baseline: write +2% or -2%")]
    [InlineData("-101%", "-101% would leave less than nothing of the baseline; use -100% or more.")]
    [InlineData(
        "4.2GFLOPs",
        "'4.2GFLOPs' is a number of FLOPs, and the limit is on MACs: set it on FLOPs, or give MACs here")]
    [InlineData(
        "26M params",
        "'26M params' is a number of parameters, and the limit is on MACs: set it on parameters, or give "
        + "MACs here")]
    [InlineData("1.2345k", "'1.2345k' is not a whole number; what is counted always is")]
    [InlineData(
        "9223372036854775808",
        "'9223372036854775808' does not fit into 64 bits: the largest limit is 9223372036854775807")]
    [InlineData("10E", "'10E' does not fit into 64 bits: the largest limit is 9223372036854775807")]
    [InlineData(
        "+0.00000000000000000001%",
        "'+0.00000000000000000001%' does not fit into 64 bits: the largest limit is 9223372036854775807")]
    [InlineData("1.50", "'1.50' is not a whole number; what is counted always is")]
    public void What_is_wrong_is_said(string text, string message)
    {
        NetworkException error = Assert.Throws<NetworkException>(() => Limit.Parse(text, BudgetMetric.Macs));

        Assert.Equal((ErrorCode.LimitInvalid, message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("much")]
    [InlineData("26,000,000")]
    [InlineData("4,2G")]
    [InlineData("26MB")]
    [InlineData("7B")]
    [InlineData("4.2 GFLOP/s")]
    [InlineData("-5")]
    [InlineData("+5M")]
    [InlineData("4.2 G G")]
    [InlineData(".5G")]
    [InlineData("5.G")]
    [InlineData("_5")]
    [InlineData("1e-3G")]
    public void What_is_no_limit_gets_the_forms_of_one(string text)
    {
        NetworkException error = Assert.Throws<NetworkException>(() => Limit.Parse(text, BudgetMetric.Macs));

        Assert.Equal(ErrorCode.LimitInvalid, error.Code);
        Assert.StartsWith($"'{text}' ", error.Message);
        Assert.EndsWith(
            "write a count such as 26M, 4.2G or 26_000_000 (k, M, G, T, P, E are decimal), or a change such as +2%",
            error.Message);
    }

    [Fact]
    public void A_limit_beyond_64_bits_is_an_error()
    {
        NetworkException error = Assert.Throws<NetworkException>(
            () => Limit.Parse("+1%", BudgetMetric.Macs).Of(long.MaxValue));

        Assert.Equal(ErrorCode.CountOverflow, error.Code);
        Assert.Equal(
            "The limit +1% of 9223372036854775807 does not fit into 64 bits; set a lower one.", error.Message);
    }

    [Fact]
    public void A_negative_count_can_never_be_met() => Assert.Equal(
        "A limit of -1 can never be met; use 0 or more.",
        Assert.Throws<NetworkException>(() => Limit.Absolute(-1)).Message);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void A_limit_is_the_same_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Assert.Equal(4_200_000_000, Limit.Parse("4.2 gmacs", BudgetMetric.Macs).Of(null));
            Assert.Equal("+0.5%", Limit.Relative(new Rational(1, 2)).ToString());
            Assert.Equal(7, Limit.Parse("7 activations", BudgetMetric.Activations).Of(null));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
