using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>An Einstein summation the way libraries compute it, which is what tools see of it.</summary>
internal sealed class Summation
{
    private readonly EinsumTerm[] _terms;
    private readonly string _output;
    private readonly string _indices;

    private Summation(EinsumTerm[] terms, string output)
    {
        _terms = terms;
        _output = output;
        _indices = new string([.. terms.SelectMany(term => term.Indices).Distinct()]);
    }

    /// <summary>The summation that a layer of kind einsum does.</summary>
    public static Summation Of(LayerFacts facts)
    {
        EinsumEquation equation = EquationOf(facts);
        EinsumTerm[] terms = [.. equation.Operands.Zip(facts.Call.Inputs, EinsumTerm.Bind)];
        return new(terms, EinsumTerm.Expand(equation.Output, terms.Max(term => term.Hidden)));
    }

    /// <summary>The equation with its letters renamed to a, b, c, ... as they appear; an arrow only if there was one.
    /// </summary>
    public static string Renamed(LayerFacts facts)
    {
        string equation = EquationOf(facts).ToString().Replace(" ", string.Empty);
        char[] letters = [.. equation.Where(char.IsLetter).Distinct()];
        return new([.. equation.Select(letter =>
            Array.IndexOf(letters, letter) is var place and >= 0 ? (char)('a' + place) : letter)]);
    }

    /// <summary>The product of the sizes of all letters, each that of the last operand that has it; null where an
    /// ellipsis stands for some.</summary>
    public static long? ProductOfLetters(LayerFacts facts)
    {
        EinsumEquation equation = EquationOf(facts);
        var sizes = new Dictionary<char, long>();
        for (int operand = 0; operand < equation.Operands.Count; operand++)
        {
            string letters = equation.Operands[operand];
            if (letters.IndexOf(EinsumEquation.Ellipsis) >= 0)
            {
                return null;
            }

            for (int axis = 0; axis < letters.Length; axis++)
            {
                sizes[letters[axis]] = facts.Call.Inputs[operand][axis];
            }
        }

        return sizes.Values.Aggregate(1L, (product, size) => product * size);
    }

    /// <summary>The multiply-accumulates of the matrix products that torch makes of an einsum layer, or null where it
    /// makes none.</summary>
    public static Amount? MacsInTorch(LayerFacts facts) =>
        Of(facts).InTorch().Macs is var macs and > 0 ? facts.Of(macs, "mul") : null;

    /// <summary>
    /// What torch.einsum does: two at a time from left to right; a product of matrices where an index is summed that
    /// both have, else a product per element. What only one of them has is summed before.
    /// </summary>
    /// <returns>The multiply-accumulates, and the elements of the first operands of the other products.</returns>
    /// <remarks>Source: pytorch 1.13, aten/src/ATen/native/Linear.cpp: einsum, sumproduct_pair.</remarks>
    public (long Macs, long Multiplied) InTorch()
    {
        (long macs, long multiplied) = (0, 0);
        Dictionary<char, int> uses = _indices.ToDictionary(
            index => index, index => _terms.Count(term => term.SizeOf(index) != 1));
        Dictionary<char, long> left = Sizes(_terms[0]);
        foreach (Dictionary<char, long> right in _terms.Skip(1).Select(Sizes))
        {
            List<char> summed = [];
            foreach (char index in _indices.Where(index => _output.IndexOf(index) < 0))
            {
                if (left[index] != 1 && right[index] != 1)
                {
                    if (--uses[index] == 1)
                    {
                        summed.Add(index);
                    }
                }
                else if (uses[index] == 1)
                {
                    left[index] = right[index] = 1;
                }
            }

            if (summed.Count == 0)
            {
                multiplied += Product(left.Values);
            }
            else
            {
                macs += Product(_indices.Select(index => Math.Max(left[index], right[index])));
            }

            foreach (char index in _indices)
            {
                left[index] = Math.Max(left[index], right[index]);
            }
        }

        return (macs, multiplied);
    }

    private static EinsumEquation EquationOf(LayerFacts facts) => (EinsumEquation)facts.Value("equation")!;

    private static long Product(IEnumerable<long> sizes) =>
        sizes.Aggregate(1L, (product, size) => product * size);

    private Dictionary<char, long> Sizes(EinsumTerm term) =>
        _indices.ToDictionary(index => index, term.SizeOf);
}
