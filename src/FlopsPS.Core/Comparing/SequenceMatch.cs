using System;
using System.Collections.Generic;
using System.Threading;

namespace FlopsPS.Comparing;

/// <summary>What two sequences have in common, in order: Myers' algorithm (An O(ND) Difference Algorithm and Its
/// Variations, Algorithmica 1, 1986).</summary>
/// <remarks>
/// The search for the shortest script of removals and additions is given up after so many of them: the way so far is
/// kept, and the search begins anew where it led. Sequences that share nothing then take time in proportion to their
/// length, and not to its square.
/// </remarks>
internal sealed class SequenceMatch
{
    private const int MostEdits = 256;
    private const int Center = MostEdits + 1;

    private readonly IReadOnlyList<string> _first;
    private readonly IReadOnlyList<string> _second;
    private readonly List<(int First, int Second)> _pairs = [];

    private SequenceMatch(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        _first = first;
        _second = second;
    }

    /// <summary>The places of equal elements, in order.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static IReadOnlyList<(int First, int Second)> Of(
        IReadOnlyList<string> first, IReadOnlyList<string> second, CancellationToken cancellation)
    {
        var match = new SequenceMatch(first, second);
        (int X, int Y) start = (0, 0);
        while (start.X < first.Count && start.Y < second.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            start = match.Advance(start);
        }

        return match._pairs;
    }

    /// <summary>Adds the pairs from a place on, and says up to where they are known.</summary>
    private (int X, int Y) Advance((int X, int Y) start)
    {
        (int X, int Y) end = (_first.Count - start.X, _second.Count - start.Y);
        (int X, int Y) best = (0, 0);
        int bestEdits = 0;

        // How far each diagonal, on which x - y is the same, can be followed with so many edits.
        int[] furthest = new int[(2 * Center) + 1];
        var before = new List<int[]>();
        for (int edits = 0; edits <= MostEdits && best != end; edits++)
        {
            before.Add((int[])furthest.Clone());
            for (int diagonal = -edits; diagonal <= edits && best != end; diagonal += 2)
            {
                int x = Entry(furthest, edits, diagonal).X;
                while (x < end.X && x - diagonal < end.Y && Match(start.X + x, start.Y + x - diagonal))
                {
                    x++;
                }

                furthest[Center + diagonal] = x;
                int y = x - diagonal;
                if (x <= end.X && y <= end.Y && x + y > best.X + best.Y)
                {
                    best = (x, y);
                    bestEdits = edits;
                }
            }
        }

        Trace(before, bestEdits, best, start);
        return (start.X + best.X, start.Y + best.Y);
    }

    /// <summary>Where the last of so many edits enters a diagonal, and from which one: the one above or below that
    /// leads further.</summary>
    private static (int X, int From) Entry(int[] furthest, int edits, int diagonal)
    {
        int above = furthest[Center + diagonal + 1];
        int below = furthest[Center + diagonal - 1] + 1;
        bool isFromAbove = diagonal == -edits || (diagonal != edits && below <= above);
        return isFromAbove ? (above, diagonal + 1) : (below, diagonal - 1);
    }

    /// <summary>Walks back from a place, edit by edit, and keeps the pairs on the way.</summary>
    private void Trace(IReadOnlyList<int[]> before, int edits, (int X, int Y) place, (int X, int Y) start)
    {
        int kept = _pairs.Count;
        (int x, int y) = place;
        for (; edits >= 0; edits--)
        {
            int diagonal = x - y;
            (int X, int From) entry = Entry(before[edits], edits, diagonal);
            for (; x > entry.X; x--, y--)
            {
                _pairs.Add((start.X + x - 1, start.Y + y - 1));
            }

            // From the diagonal below a step goes on in the first sequence, from the one above in the second.
            x -= entry.From < diagonal ? 1 : 0;
            y -= entry.From > diagonal ? 1 : 0;
        }

        _pairs.Reverse(kept, _pairs.Count - kept);
    }

    private bool Match(int first, int second) =>
        string.Equals(_first[first], _second[second], StringComparison.Ordinal);
}
