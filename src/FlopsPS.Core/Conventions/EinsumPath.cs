using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;

namespace FlopsPS.Conventions;

/// <summary>
/// The cost that numpy.einsum_path prints for the cheapest order of pairs, no intermediate larger than the largest
/// operand or result. Tools read it from that text, which has four digits.
/// </summary>
/// <remarks>Source: numpy 1.24, numpy/core/einsumfunc.py: einsum_path, _optimal_path, _flop_count.</remarks>
internal sealed class EinsumPath
{
    // Every order is tried, as numpy does; with more operands there are millions.
    private const int MostOperands = 7;

    private readonly string[] _operands;
    private readonly string _output;
    private readonly Dictionary<char, long> _sizes = [];
    private readonly long _limit;

    private EinsumPath(EinsumEquation equation, LayerCall call)
    {
        EinsumTerm[] terms = [.. equation.Operands.Zip(call.Inputs, EinsumTerm.Bind)];
        _output = EinsumTerm.Expand(equation.Output, terms.Max(term => term.Hidden));
        _operands = [.. terms.Select(term => term.Indices)];
        foreach (char index in _operands.SelectMany(operand => operand))
        {
            _sizes[index] = terms.Max(term => term.SizeOf(index));
        }

        _limit = equation.Operands
            .Zip(terms, (letters, term) => EinsumTerm.Expand(letters, term.Hidden))
            .Append(_output)
            .Max(letters => SizeOf(letters));
    }

    /// <summary>The "optimized FLOP count" of an einsum layer, or null where there are too many operands.</summary>
    public static long? PrintedCost(LayerFacts facts)
    {
        var equation = (EinsumEquation)facts.Value("equation")!;
        return equation.Operands.Count > MostOperands
            ? null
            : FourDigits(new EinsumPath(equation, facts.Call).Cost() + 1);
    }

    // As %.3e does, to the nearest, of two the even one.
    private static long FourDigits(long value)
    {
        long unit = 1;
        while (value / unit >= 10_000)
        {
            unit *= 10;
        }

        long digits = value / unit;
        long twice = 2 * (value % unit);
        return (digits + (twice > unit || (twice == unit && digits % 2 == 1) ? 1 : 0)) * unit;
    }

    private long Cost()
    {
        bool isPlain = _operands.Length <= 2 || _sizes.Keys.All(index => _output.Contains(index));
        if (isPlain)
        {
            return CostOf(_operands, _output);
        }

        List<(long Cost, string[] Left)> orders = [(0, _operands)];
        for (int left = _operands.Length; left > 1; left--)
        {
            List<(long Cost, string[] Left)> next = [.. orders.SelectMany(Pairs)];
            if (next.Count == 0)
            {
                (long cost, string[] rest) = Cheapest(orders);
                return cost + CostOf(rest, _output);
            }

            orders = next;
        }

        return Cheapest(orders).Cost;
    }

    private static (long Cost, string[] Left) Cheapest(List<(long Cost, string[] Left)> orders) =>
        orders.OrderBy(order => order.Cost).First();

    private IEnumerable<(long Cost, string[] Left)> Pairs((long Cost, string[] Left) order)
    {
        for (int first = 0; first < order.Left.Length; first++)
        {
            for (int second = first + 1; second < order.Left.Length; second++)
            {
                string[] pair = [order.Left[first], order.Left[second]];
                string[] rest = [.. order.Left.Where((_, operand) => operand != first && operand != second)];
                string kept = new([.. pair[0].Union(pair[1])
                    .Where(index => _output.Contains(index) || rest.Any(operand => operand.Contains(index)))]);
                if (SizeOf(kept) <= _limit)
                {
                    yield return (order.Cost + CostOf(pair, kept), [.. rest, kept]);
                }
            }
        }
    }

    // Elements * (operands - 1, at least 1, and 1 more for a sum).
    private long CostOf(string[] operands, string kept)
    {
        string all = new([.. operands.SelectMany(operand => operand).Distinct()]);
        long steps = System.Math.Max(1, operands.Length - 1) + (all.All(index => kept.Contains(index)) ? 0 : 1);
        return SizeOf(all) * steps;
    }

    private long SizeOf(string indices) =>
        indices.Aggregate(1L, (product, index) => product * _sizes[index]);
}
