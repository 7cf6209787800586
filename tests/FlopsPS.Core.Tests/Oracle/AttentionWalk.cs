using System.Collections.Generic;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>The heart of attention, one query of one head at a time: scores, softmax, weighted sum of the values. Only
/// the keys that the query sees are visited.</summary>
internal static class AttentionWalk
{
    /// <summary>The products of a query of <paramref name="dim"/> features with the keys it sees.</summary>
    public static void Score(Tally tally, IEnumerable<int> keys, int dim)
    {
        foreach (int key in keys)
        {
            tally.Dot(dim);
        }
    }

    /// <summary>The probability of each key that is seen, and the sum of their values by it.</summary>
    public static void Attend(Tally tally, IReadOnlyCollection<int> keys, int dim)
    {
        SoftmaxWalk.Row(tally, keys.Count);
        for (int feature = 0; keys.Count > 0 && feature < dim; feature++)
        {
            tally.Dot(keys.Count);
        }
    }
}
