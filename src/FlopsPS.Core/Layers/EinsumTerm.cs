using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>An operand of an Einstein summation, or what several of them became: each index with its axis.</summary>
internal sealed class EinsumTerm
{
    // Axes under an ellipsis get characters outside of the alphabet, counted from the last one: so they broadcast as
    // axes without letters do everywhere.
    private const int FirstHidden = 0xE000;

    private readonly Dictionary<char, (long Size, char Letter)> _axes;

    private EinsumTerm(IEnumerable<char> indices, Dictionary<char, (long Size, char Letter)> axes)
    {
        Indices = new string([.. indices]);
        _axes = axes;
    }

    /// <summary>Each index once, in order.</summary>
    public string Indices { get; }

    /// <summary>The number of values.</summary>
    public long Elements => Product(Indices);

    /// <summary>How many axes lie under the ellipsis of an operand.</summary>
    public int Hidden => Indices.Count(index => index >= FirstHidden);

    /// <summary>An operand of the equation and the tensor that comes in for it.</summary>
    /// <exception cref="NetworkException">The tensor has another number of axes, or a diagonal of unequal ones.
    /// </exception>
    public static EinsumTerm Bind(string letters, TensorShape shape)
    {
        bool hasEllipsis = letters.IndexOf(EinsumEquation.Ellipsis) >= 0;
        int named = letters.Length - (hasEllipsis ? 1 : 0);
        if (hasEllipsis ? shape.Rank < named : shape.Rank != named)
        {
            throw Mismatch(
                $"'{letters.Replace(".", "...")}' names {named} axes, but "
                + (shape.Rank == 0 ? "a single value comes in" : $"{shape} has {shape.Rank}"));
        }

        string indices = Expand(letters, shape.Rank - named);
        var axes = new Dictionary<char, (long Size, char Letter)>();
        for (int axis = 0; axis < indices.Length; axis++)
        {
            if (axes.TryGetValue(indices[axis], out (long Size, char Letter) known) && known.Size != shape[axis])
            {
                throw Mismatch(
                    $"'{indices[axis]}' is a diagonal of {shape}, but its axes have {known.Size} and {shape[axis]} "
                    + "elements");
            }

            axes[indices[axis]] = (shape[axis], shape.Layout[axis]);
        }

        return new(indices.Distinct(), axes);
    }

    /// <summary>The letters with an index for each of the <paramref name="hidden"/> axes under their ellipsis.
    /// </summary>
    public static string Expand(string letters, int hidden)
    {
        IEnumerable<char> axes = Enumerable.Range(FirstHidden, hidden).Reverse().Select(index => (char)index);
        return letters.Replace(EinsumEquation.Ellipsis.ToString(), new string([.. axes]));
    }

    /// <summary>The size of the axis of an index; 1 where there is none.</summary>
    public long SizeOf(char index) => _axes.TryGetValue(index, out (long Size, char Letter) axis) ? axis.Size : 1;

    /// <summary>The product of the sizes of some indices.</summary>
    public long Product(IEnumerable<char> indices) =>
        indices.Aggregate(1L, (product, index) => product * _axes[index].Size);

    /// <summary>The shape of all values. An axis keeps the letter that it has where it comes from; of several with the
    /// same letter only the first does, and a last axis without one holds features.</summary>
    public TensorShape Shape()
    {
        var letters = new List<char>();
        foreach (char index in Indices)
        {
            char letter = _axes[index].Letter;
            letters.Add(letters.Contains(letter) ? '?' : letter);
        }

        if (letters.Count > 0 && letters[letters.Count - 1] == '?' && !letters.Contains('F'))
        {
            letters[letters.Count - 1] = 'F';
        }

        return new(Indices.Select(index => _axes[index].Size), new string([.. letters]));
    }

    /// <summary>The indices of both; a size of 1 stretches.</summary>
    /// <exception cref="NetworkException">Two sizes differ and neither is 1.</exception>
    public EinsumTerm Join(EinsumTerm other)
    {
        var axes = new Dictionary<char, (long Size, char Letter)>(_axes);
        foreach (char index in other.Indices)
        {
            (long size, char letter) = other._axes[index];
            if (!axes.TryGetValue(index, out (long Size, char Letter) known) || known.Size == 1)
            {
                axes[index] = (size, letter);
            }
            else if (size != known.Size && size != 1)
            {
                string name = index < FirstHidden ? $"'{index}'" : "an axis under ...";
                throw Mismatch($"{name} has two sizes, {known.Size} and {size}");
            }
        }

        return new(Indices.Union(other.Indices), axes);
    }

    /// <summary>The term with only these of its indices, in this order.</summary>
    public EinsumTerm Only(string indices) => new(indices, indices.ToDictionary(index => index, index => _axes[index]));

    private static NetworkException Mismatch(string reason) => new(ErrorCode.ShapeMismatch, reason);
}
