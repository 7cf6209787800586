using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>The loops that every oracle is made of.</summary>
internal static class Loops
{
    /// <summary>Every index of a tensor of these sizes, the last axis fastest: as many nested loops as there are axes.
    /// </summary>
    public static IEnumerable<int[]> Over(params int[] sizes)
    {
        if (sizes.Length == 0)
        {
            yield return [];
            yield break;
        }

        for (int i = 0; i < sizes[0]; i++)
        {
            foreach (int[] rest in Over(sizes[1..]))
            {
                yield return [i, .. rest];
            }
        }
    }

    /// <summary>One choice per list, in every combination.</summary>
    public static IEnumerable<int[]> Combine(IReadOnlyList<IReadOnlyList<int>> lists) =>
        Over([.. lists.Select(list => list.Count)])
            .Select(index => index.Select((choice, axis) => lists[axis][choice]).ToArray());

    /// <summary>
    /// Where a window starts on an axis, found by sliding it from the first element of the padding until it leaves the
    /// last one. With <paramref name="ceiling"/> one more window is taken when elements are left over and it starts in
    /// front of the padding at the end.
    /// </summary>
    public static List<int> Slide(int size, int extent, int stride, int before, int after, bool ceiling = false)
    {
        var starts = new List<int>();
        int last = size - 1 + after;
        int start = -before;
        while (start + extent - 1 <= last)
        {
            starts.Add(start);
            start += stride;
        }

        int covered = start - stride + extent - 1;
        if (ceiling && covered < last && start < size)
        {
            starts.Add(start);
        }

        return starts;
    }
}
