using FlopsPS.Comparing;

namespace FlopsPS.Core.Tests.Comparing;

public sealed class TermSubjectTests
{
    [Theory]
    [InlineData("conv", null, true, "conv")]
    [InlineData("linear", "linear", true, "linear")]
    [InlineData("attention", "softmax", false, "attention softmax")]
    [InlineData("attention", "attention scores", false, "attention scores")]
    [InlineData("softmax2d", "softmax", true, "softmax2d")]
    public void It_is_called_by_its_kind_and_what_that_does_not_say(
        string kind, string? operation, bool isWhole, string text) =>
        Assert.Equal(text, new TermSubject(kind, operation, isWhole).ToString());

    [Theory]
    [InlineData("conv", null, "linear, conv", true)]
    [InlineData("conv", null, "linear, convtranspose", false)]
    [InlineData("attention", "softmax", "softmax, relu", true)]
    [InlineData("attention", "softmax", "attention", true)]
    [InlineData("attention", "softmax", "relu, gelu", false)]
    public void A_list_names_it_by_its_kind_or_its_operation(
        string kind, string? operation, string names, bool isNamed) =>
        Assert.Equal(isNamed, new TermSubject(kind, operation, isWhole: false).IsNamedIn(names));
}
