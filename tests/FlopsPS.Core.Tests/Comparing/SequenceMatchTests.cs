using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CsCheck;
using FlopsPS.Comparing;

namespace FlopsPS.Core.Tests.Comparing;

public sealed class SequenceMatchTests
{
    private static readonly Gen<string[]> s_words = Gen.Int[0, 3].Select(i => $"{i}").Array[0, 14];

    [Theory]
    [InlineData("", "", "")]
    [InlineData("a b c", "", "")]
    [InlineData("a b c", "a b c", "0-0 1-1 2-2")]
    [InlineData("a b c", "x y", "")]
    [InlineData("a b c", "a x b c", "0-0 1-2 2-3")]
    [InlineData("a b c d", "b d", "1-0 3-1")]
    [InlineData("a a a", "a a a a", "0-0 1-1 2-2")]
    public void Equal_elements_are_paired_in_order(string first, string second, string pairs) => Assert.Equal(
        pairs, string.Join(" ", Match(Words(first), Words(second)).Select(pair => $"{pair.First}-{pair.Second}")));

    [Fact]
    public void As_many_elements_are_paired_as_can_be() => Gen.Select(s_words, s_words).Sample((first, second) =>
    {
        IReadOnlyList<(int First, int Second)> pairs = Match(first, second);

        Assert.All(pairs, pair => Assert.Equal(first[pair.First], second[pair.Second]));
        Assert.All(
            pairs.Zip(pairs.Skip(1)),
            step => Assert.True(step.First.First < step.Second.First && step.First.Second < step.Second.Second));
        Assert.Equal(LongestCommon(first, second), pairs.Count);
    });

    // 3,000 removals and as many additions are beyond what is searched at a time.
    [Fact]
    public void A_search_that_is_given_up_begins_anew()
    {
        string[] common = [.. Enumerable.Range(0, 10).Select(i => $"common{i}")];
        string[] first = [.. Enumerable.Range(0, 3000).Select(i => $"first{i}"), .. common];
        string[] second = [.. common, .. Enumerable.Range(0, 3000).Select(i => $"second{i}")];
        string[] mixed = [.. first.SelectMany((word, i) => i % 300 == 0 ? [word, "new"] : new[] { word })];

        Assert.Equal(first.Length, Match(first, mixed).Count);
        Assert.All(Match(first, second), pair => Assert.Equal(first[pair.First], second[pair.Second]));
    }

    // Every third word is another one: 2,000 edits, far more than are searched for at a time.
    [Fact]
    public void What_follows_a_new_begin_is_paired_up_to_the_end()
    {
        string[] first = [.. Enumerable.Range(0, 3001).Select(i => $"{i}")];
        string[] second = [.. first.Select((word, i) => i % 3 == 1 ? "new" : word)];

        Assert.Equal(
            Enumerable.Range(0, 3001).Where(i => i % 3 != 1).Select(i => (i, i)), Match(first, second));
    }

    [Fact]
    public void A_search_can_be_cancelled() => Assert.Throws<OperationCanceledException>(
        () => SequenceMatch.Of(["a"], ["a"], new CancellationToken(canceled: true)));

    private static IReadOnlyList<(int First, int Second)> Match(string[] first, string[] second) =>
        SequenceMatch.Of(first, second, CancellationToken.None);

    private static string[] Words(string text) => text.Length == 0 ? [] : text.Split(' ');

    private static int LongestCommon(string[] first, string[] second)
    {
        int[,] longest = new int[first.Length + 1, second.Length + 1];
        for (int i = 1; i <= first.Length; i++)
        {
            for (int j = 1; j <= second.Length; j++)
            {
                longest[i, j] = first[i - 1] == second[j - 1]
                    ? longest[i - 1, j - 1] + 1
                    : int.Max(longest[i - 1, j], longest[i, j - 1]);
            }
        }

        return longest[first.Length, second.Length];
    }
}
