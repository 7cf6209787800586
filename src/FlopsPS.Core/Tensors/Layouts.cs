using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Tensors;

/// <summary>The axis orders that people write inputs in, and the one order that the engine computes in.</summary>
public static class Layouts
{
    /// <summary>The layouts an input may be given in.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["NHWC", "NCHW", "NDHWC", "NCDHW", "NLC", "NCL", "NTD", "NF", "NT"];

    /// <summary>The usual letters of a tensor with this number of axes, batch first.</summary>
    public static string OfRank(int rank) => rank switch
    {
        0 => string.Empty,
        1 => "N",
        2 => "NF",
        3 => "NTF",
        4 => "NCHW",
        5 => "NCDHW",
        _ => "NC" + new string('?', rank - 2),
    };

    /// <summary>The axis letters of a layout: NTD is what papers call tokens x model width, which is F to us.</summary>
    internal static string Letters(string layout) => layout == "NTD" ? "NTF" : layout;

    /// <summary>Sizes given in some layout, with or without the batch, as a shape in the engine's order.</summary>
    /// <param name="sizes">The sizes, in the order of <paramref name="layout"/>.</param>
    /// <param name="layout">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">The layout is unknown, or the number of sizes does not fit it.</exception>
    public static TensorShape Canonical(IReadOnlyList<long> sizes, string layout)
    {
        string known = Names.FirstOrDefault(name => string.Equals(name, layout, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"layout '{layout}' is not one of {string.Join(", ", Names)}");
        string letters = Letters(known);
        if (sizes.Count == known.Length - 1)
        {
            sizes = [1, .. sizes];
        }

        if (sizes.Count != known.Length)
        {
            throw new ArgumentException(
                $"the layout {known} takes {known.Length} sizes, or {known.Length - 1} without the batch; "
                + $"{string.Join("x", sizes)} has {sizes.Count}");
        }

        // Only C ever moves.
        int channel = letters.IndexOf('C');
        if (channel <= 1)
        {
            return new(sizes, letters);
        }

        IEnumerable<int> order = new[] { 0, channel }.Concat(Enumerable.Range(1, channel - 1));
        return new(order.Select(axis => sizes[axis]), new string([.. order.Select(axis => letters[axis])]));
    }
}
