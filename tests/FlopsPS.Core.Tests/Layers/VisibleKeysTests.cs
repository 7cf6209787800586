using System;
using System.Linq;
using CsCheck;
using FlopsPS.Layers;

namespace FlopsPS.Core.Tests.Layers;

public class VisibleKeysTests
{
    [Theory]
    [InlineData(4, 4, false, null, 16, 4)]
    [InlineData(4, 4, true, null, 1 + 2 + 3 + 4, 4)]
    [InlineData(2, 5, true, null, 1 + 2, 2)] // the first query stands beside the first key
    [InlineData(5, 2, true, null, 1 + 2 + 2 + 2 + 2, 5)]
    [InlineData(5, 5, false, 1L, 5, 5)] // each itself
    [InlineData(5, 5, false, 2L, 2 + 3 + 3 + 3 + 2, 5)]
    [InlineData(5, 5, true, 2L, 1 + 2 + 2 + 2 + 2, 5)]
    [InlineData(5, 2, false, 1L, 2, 2)] // three queries stand beside no key
    [InlineData(5, 2, true, 2L, 1 + 2 + 1, 3)]
    [InlineData(5, 5, false, long.MaxValue, 25, 5)]
    public void A_query_sees_the_keys_in_front_of_it_within_the_window(
        long queries, long keys, bool isCausal, long? window, long pairs, long seeing)
    {
        var visible = new VisibleKeys(queries, keys, isCausal, window);

        Assert.Equal((pairs, seeing), (visible.Pairs, visible.Seeing));
        Assert.Equal(pairs == queries * keys, visible.IsAll);
    }

    [Fact]
    public void The_closed_forms_count_what_a_loop_over_all_pairs_does() => Gen.Select(
        Gen.Int[1, 12], Gen.Int[1, 12], Gen.Bool, Gen.Int[0, 15]).Sample(
        (queries, keys, isCausal, window) =>
        {
            int[] seen = [.. Enumerable.Range(0, queries).Select(query => Enumerable.Range(0, keys).Count(key =>
                (!isCausal || key <= query) && (window == 0 || Math.Abs(query - key) < window)))];
            var visible = new VisibleKeys(queries, keys, isCausal, window == 0 ? null : window);

            Assert.Equal((seen.Sum(), seen.Count(keysSeen => keysSeen > 0)), (visible.Pairs, visible.Seeing));
        },
        iter: 500);
}
