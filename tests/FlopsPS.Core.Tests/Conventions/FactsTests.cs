using FlopsPS.Conventions;
using FlopsPS.Core.Tests.Layers;

namespace FlopsPS.Core.Tests.Conventions;

public class FactsTests
{
    private static readonly Facts s_silent = new(explain: false);
    private static readonly Facts s_explained = new(explain: true);

    [Fact]
    public void Nothing_is_written_when_nobody_asks()
    {
        Assert.Equal((3, null), (s_silent.Of(3).Value, s_silent.Of(3).Text));
        Assert.Equal((3, null), (s_silent.Of(3, "mul").Value, s_silent.Of(3, "mul").Text));

        var elements = s_silent.Of(Nets.Shape(2, 5), "in");
        Assert.Equal((2 * 5, null), (elements.Value, elements.Text));
    }

    [Fact]
    public void A_number_is_its_digits_and_its_name()
    {
        Assert.Equal((3, "3"), (s_explained.Of(3).Value, s_explained.Of(3).Text));
        Assert.Equal((3, "3 mul"), (s_explained.Of(3, "mul").Value, s_explained.Of(3, "mul").Text));
    }

    [Theory]
    [InlineData("2x5", 10, "2*5 in")]
    [InlineData("1x5x1x3", 15, "5*3 in")] // a size of 1 says nothing
    [InlineData("1x1", 1, "1 in")]
    public void A_shape_is_the_product_of_its_sizes(string shape, long elements, string text)
    {
        var amount = s_explained.Of(LayerText.Shape(shape), "in");

        Assert.Equal((elements, text), (amount.Value, amount.Text));
    }
}
