using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Networks;

public class NearestWordTests
{
    private static readonly string[] s_words = ["same", "valid", "convtranspose", "conv"];

    [Theory]
    [InlineData("smae", " Did you mean 'same'?")] // two neighbours swapped
    [InlineData("sme", " Did you mean 'same'?")] // one letter left out
    [InlineData("samee", " Did you mean 'same'?")] // one too many
    [InlineData("SANE", " Did you mean 'same'?")] // one wrong, whatever the case
    [InlineData("convtranpsoes", " Did you mean 'convtranspose'?")] // two edits in a long word
    [InlineData("con", " Did you mean 'conv'?")]
    [InlineData("padding", "")]
    [InlineData("abcdsame", "")] // four letters too many in front
    [InlineData("abdefghijklm", "")] // as many as another word has in all
    [InlineData("asxy", "")] // swapped and two letters wrong
    [InlineData("", "")]
    public void A_near_word_is_suggested(string written, string hint) =>
        Assert.Equal(hint, NearestWord.Hint(written, s_words));

    [Fact]
    public void Without_words_there_is_no_hint() => Assert.Empty(NearestWord.Hint("same", []));
}
