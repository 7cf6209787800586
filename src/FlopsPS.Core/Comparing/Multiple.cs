using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Comparing;

/// <summary>A rule that all deviations of a term follow: so many per one fact, and perhaps so many per another.
/// </summary>
internal sealed class Multiple
{
    // What a person would write as a rule; a larger number is more often a coincidence.
    private const int Small = 20;
    private const int Most = 999;

    // One of each of two facts.
    private const int ShortestPair = 4;

    private readonly IReadOnlyList<(long Times, int Fact)> _parts;

    private Multiple(params IReadOnlyList<(long Times, int Fact)> parts) => _parts = parts;

    // How much there is to say: small numbers, one rather than two, and of facts that rules are mostly made of.
    private long Length => _parts.Sum(part => Math.Abs(part.Times)) * _parts.Count
        + (_parts.Count > 1 && _parts.Any(part => part.Fact >= FactSheet.Telling) ? Most : 0);

    /// <summary>The shortest rule of small numbers; null where there is none.</summary>
    public static Multiple? Of(IReadOnlyCollection<Deviation> deviations)
    {
        Multiple? single = Shortest(Singles(deviations, Small));
        return single?.Length <= ShortestPair
            ? single
            : Shortest(Pairs(deviations).Prepend(single).OfType<Multiple>());
    }

    /// <summary>A multiple of one fact, be it so large that it says little.</summary>
    public static Multiple? OfOne(IReadOnlyCollection<Deviation> deviations) => Shortest(Singles(deviations, Most));

    /// <summary>The rule in words: 2 per element less 1 per row; 1 more per output and 1 less per MAC.</summary>
    /// <param name="facts">Knows the nouns.</param>
    /// <param name="isPrice">Whether it is the price itself, and not what the price is more or less than another.</param>
    /// <param name="isSaving">Whether the sum is negative: what saves then stands in front.</param>
    public string Text(FactSheet facts, bool isPrice, bool isSaving)
    {
        string text = string.Empty;
        foreach ((long times, int fact) in _parts.OrderBy(part => part.Times < 0 != isSaving))
        {
            string joint = text.Length == 0 ? string.Empty : isPrice && times < 0 ? " less " : " and ";
            string comparison = isPrice ? string.Empty : times < 0 ? "less " : "more ";
            text += joint + (fact == FactSheet.Bias && Math.Abs(times) == 1
                ? times < 0 ? "no bias" : "bias"
                : FormattableString.Invariant($"{Math.Abs(times)} {comparison}per {facts.NounOf(fact)}"));
        }

        return text;
    }

    private static IEnumerable<Multiple> Singles(IReadOnlyCollection<Deviation> deviations, int limit)
    {
        Deviation sample = deviations.First(deviation => deviation.Amount != 0);
        return
            from fact in Enumerable.Range(0, FactSheet.Length)
            let times = Quotient(sample.Amount, sample.Facts[fact], fact == FactSheet.Bias ? 1 : limit)
            where times != 0
            let multiple = new Multiple((times, fact))
            where deviations.All(multiple.Explains)
            select multiple;
    }

    private static IEnumerable<Multiple> Pairs(IReadOnlyCollection<Deviation> deviations)
    {
        int[] facts = FactsOf(deviations);
        return
            from i in Enumerable.Range(0, facts.Length)
            from j in Enumerable.Range(i + 1, facts.Length - i - 1)
            let sample = deviations.First(deviation => deviation.Facts[facts[j]] != 0)
            from first in Enumerable.Range(-Small, Small + Small + 1)
            let rest = sample.Amount - ((decimal)first * sample.Facts[facts[i]])
            let second = Quotient(rest, sample.Facts[facts[j]], Small)
            where first != 0 && second != 0
            let multiple = new Multiple((first, facts[i]), (second, facts[j]))
            where deviations.All(multiple.Explains)
            select multiple;
    }

    /// <summary>The facts that are worth a try: they are not always 0, nor always the same as one before.</summary>
    private static int[] FactsOf(IReadOnlyCollection<Deviation> deviations)
    {
        // Of a single layer almost anything could be said, with facts enough.
        bool isSingle = deviations.Select(deviation => deviation.Facts).Distinct().Count() == 1;
        int limit = !isSingle ? FactSheet.Length : deviations.First().Facts.IsOfSeveral ? 0 : FactSheet.Telling;
        var facts = new List<int>();
        for (int fact = 0; fact < limit; fact++)
        {
            if (deviations.Any(deviation => deviation.Facts[fact] != 0)
                && !facts.Any(before => deviations.All(d => d.Facts[before] == d.Facts[fact])))
            {
                facts.Add(fact);
            }
        }

        return [.. facts];
    }

    private static Multiple? Shortest(IEnumerable<Multiple> multiples) =>
        multiples.OrderBy(multiple => multiple.Length).FirstOrDefault();

    /// <summary>The whole quotient, or 0 where there is none of that size.</summary>
    private static long Quotient(decimal amount, long count, int limit) =>
        count != 0 && amount % count == 0 && Math.Abs(amount / count) <= limit ? (long)(amount / count) : 0;

    // A decimal holds every product of a count and a small number exactly.
    private bool Explains(Deviation deviation) =>
        _parts.Sum(part => (decimal)part.Times * deviation.Facts[part.Fact]) == deviation.Amount;
}
