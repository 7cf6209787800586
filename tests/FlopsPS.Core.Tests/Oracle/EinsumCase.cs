using System.Collections.Generic;
using System.Linq;
using CsCheck;
using FlopsPS.Layers;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>
/// A small random Einstein summation. An index is a lower case letter of the equation, or an upper case one for an axis
/// under the dots, counted from the last: A, B.
/// </summary>
/// <param name="Operands">The letters of each operand, repeated ones among them.</param>
/// <param name="Hidden">How many axes each operand has under its dots; none: it has no dots.</param>
/// <param name="HasDots">Whether the output keeps the axes under the dots.</param>
/// <param name="Output">The letters of the output, or null where the equation has no arrow.</param>
/// <param name="Sizes">The size of every index.</param>
/// <param name="Ones">Which axes have 1 instead, by operand and axis; a diagonal is never stretched.</param>
internal sealed record EinsumCase(
    string[] Operands, int[] Hidden, bool HasDots, string? Output, Dictionary<char, int> Sizes, int[] Ones)
{
    private const string Letters = "abcd";
    private const string DotLetters = "AB";

    public static readonly Gen<EinsumCase> Any =
        from operands in Gen.String[Gen.Char[Letters], 0, 3].Array[1, 4]
        from hidden in Gen.Int[0, 2].Array[operands.Length]
        from hasDots in Gen.Bool
        from hasArrow in Gen.Bool
        from order in Gen.Shuffle(Letters.ToArray())
        from kept in Gen.Int[0, 4]
        from sizes in Gen.Int[1, 3].Array[Letters.Length + DotLetters.Length]
        from ones in Gen.Int[0, 63].Array[operands.Length]
        select new EinsumCase(
            operands,
            hidden,
            hasDots,
            hasArrow ? new string([.. order.Where(letter => operands.Any(o => o.Contains(letter))).Take(kept)]) : null,
            (Letters + DotLetters).Zip(sizes).ToDictionary(pair => pair.First, pair => pair.Second),
            ones);

    public string Equation => string.Join(",", Operands.Select((letters, i) => letters + Dots(Hidden[i] > 0)))
        + (Output is null ? string.Empty : "->" + Dots(HasDots) + Output);

    /// <summary>The indices of the output in order: without an arrow those under the dots and, sorted, the letters that
    /// stand once in all.</summary>
    public string Result => (Output is null || HasDots ? Under(Hidden.Max()) : string.Empty) + (Output ?? Once());

    public TensorShape[] Shapes() => [.. Operands.Select((_, operand) => new TensorShape(
        Indices(operand).Select(index => (long)SizeIn(operand, index))))];

    /// <summary>The indices of an operand, axis by axis.</summary>
    public string Indices(int operand) => Operands[operand] + Under(Hidden[operand]);

    /// <summary>The size of an index in everything that is made of these operands: 1 only where all of them have 1.
    /// </summary>
    public int Size(char index, int upTo) => Enumerable.Range(0, upTo + 1)
        .Where(operand => Indices(operand).Contains(index))
        .Max(operand => SizeIn(operand, index));

    public Layer ToLayer() => Nets.Layer("einsum", ("equation", Equation));

    public override string ToString() => $"{Equation} on {string.Join(" + ", Shapes().AsEnumerable())}";

    private int SizeIn(int operand, char index) =>
        (Ones[operand] >> (Letters + DotLetters).IndexOf(index)) % 2 == 1 ? 1 : Sizes[index];

    private string Once() => new([.. Letters.Where(letter => string.Concat(Operands).Split(letter).Length == 2)]);

    private static string Dots(bool has) => has ? "..." : string.Empty;

    private static string Under(int axes) => new([.. DotLetters.Take(axes).Reverse()]);
}
