using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Networks;

/// <summary>Finds the word that was probably meant, for error messages.</summary>
public static class NearestWord
{
    /// <summary>" Did you mean 'same'?" when one of the words is near enough to what was written, else nothing.
    /// </summary>
    public static string Hint(string written, IEnumerable<string> words)
    {
        var nearest = words
            .Select(word => (Word: word, Distance: Distance(written.ToLowerInvariant(), word.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        bool isNear = nearest.Word is not null && nearest.Distance <= Math.Max(written.Length / 3, 1);
        return isNear ? $" Did you mean '{nearest.Word}'?" : string.Empty;
    }

    /// <summary>Edits from one word to the other: insert, delete, replace or swap two neighbours (optimal string
    /// alignment).</summary>
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            cost[i, 0] = i;
        }

        for (int j = 0; j <= b.Length; j++)
        {
            cost[0, j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = a[i - 1] == b[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(
                    Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1,
                    cost[i - 1, j - 1] + replace);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }
}
