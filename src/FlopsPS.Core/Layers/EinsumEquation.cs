using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Layers;

/// <summary>
/// The subscripts of an Einstein summation: bhqd,bhkd->bhqk. A letter per axis; a letter that is missing behind the
/// arrow is summed over; one that stands twice in an operand is its diagonal; ... stands for axes without letters.
/// Without an arrow the output has the axes of ... and then, sorted, the letters that stand once.
/// </summary>
/// <remarks>Source: torch.einsum, numpy.einsum.</remarks>
internal sealed class EinsumEquation
{
    /// <summary>Stands for an ellipsis among the letters.</summary>
    public const char Ellipsis = '.';

    private const string Arrow = "->";
    private const string Dots = "...";

    private readonly string _text;

    private EinsumEquation(string text, IReadOnlyList<string> operands, string output)
    {
        _text = text;
        Operands = operands;
        Output = output;
    }

    /// <summary>The letters of each operand, <see cref="Ellipsis"/> among them.</summary>
    public IReadOnlyList<string> Operands { get; }

    /// <summary>The letters of the output.</summary>
    public string Output { get; }

    /// <summary>Reads an equation.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static EinsumEquation Parse(string text)
    {
        string[] sides = text.Replace(" ", string.Empty).Split([Arrow], StringSplitOptions.None);
        if (sides.Length > 2)
        {
            throw new FormatException($"it has more than one {Arrow}");
        }

        string[] operands = [.. sides[0].Split(',').Select(Letters)];
        string output = sides.Length == 2 ? Letters(sides[1]) : Implied(operands);
        foreach (char letter in output)
        {
            if (output.IndexOf(letter) != output.LastIndexOf(letter))
            {
                throw new FormatException($"the output names '{letter}' twice");
            }

            // An ellipsis may stand for no axes at all, so it need not come from anywhere.
            if (letter != Ellipsis && !operands.Any(operand => operand.IndexOf(letter) >= 0))
            {
                throw new FormatException($"the output names '{letter}', but no operand does");
            }
        }

        return new(text, operands, output);
    }

    /// <summary>The equation as it was written.</summary>
    public override string ToString() => _text;

    private static string Letters(string term)
    {
        string letters = term.Replace(Dots, Ellipsis.ToString());
        foreach (char letter in letters)
        {
            if (letter is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or Ellipsis))
            {
                throw new FormatException($"'{letter}' is not a letter from a to z, a comma, {Dots} or {Arrow}");
            }
        }

        if (letters.Count(letter => letter == Ellipsis) != (term.Length - letters.Length) / (Dots.Length - 1))
        {
            throw new FormatException($"a single '{Ellipsis}' has no meaning; an ellipsis is {Dots}");
        }

        return letters.IndexOf(Ellipsis) == letters.LastIndexOf(Ellipsis)
            ? letters
            : throw new FormatException($"'{term}' has more than one {Dots}");
    }

    private static string Implied(string[] operands)
    {
        IEnumerable<char> once = operands.SelectMany(operand => operand)
            .Where(letter => letter != Ellipsis)
            .GroupBy(letter => letter)
            .Where(group => group.Count() == 1)
            .Select(group => group.Key)
            .OrderBy(letter => letter);
        string ellipsis = operands.Any(operand => operand.IndexOf(Ellipsis) >= 0) ? Ellipsis.ToString() : string.Empty;
        return ellipsis + new string([.. once]);
    }
}
