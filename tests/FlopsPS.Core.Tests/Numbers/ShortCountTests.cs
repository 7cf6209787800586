using System.Globalization;
using FlopsPS.Numbers;

namespace FlopsPS.Core.Tests.Numbers;

public sealed class ShortCountTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1000, "1.00 k")]
    [InlineData(999_994, "999.99 k")]
    [InlineData(999_995, "1.00 M")] // Half of the last place is rounded to the even digit: 1000.00 k.
    [InlineData(4_089_184_256, "4.09 G")]
    [InlineData(999_999_999_999, "1.00 T")]
    [InlineData(1_000_000_000_000_000, "1.00 P")]
    [InlineData(long.MaxValue, "9.22 E")]
    [InlineData(-999, "-999")]
    [InlineData(-1000, "-1.00 k")]
    [InlineData(-999_999, "-1.00 M")]
    [InlineData(long.MinValue, "-9.22 E")]
    public void A_number_has_a_unit_from_1000_on(long number, string text) =>
        Assert.Equal(text, ShortCount.Of(number, CultureInfo.InvariantCulture));

    [Fact]
    public void Its_reader_has_a_sign_for_decimals() =>
        Assert.Equal("4,09 G", ShortCount.Of(4_089_184_256, new CultureInfo("de-DE")));
}
