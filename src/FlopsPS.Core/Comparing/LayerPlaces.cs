using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Comparing;

/// <summary>
/// Where a layer stands, by its path without the numbers that readers put behind automatic names: those change when a
/// layer is added in front.
/// </summary>
/// <remarks>
/// <see cref="NameScope"/> calls the second layer of a kind conv2, and none conv1. Where there is a conv1, or a conv01,
/// an author has numbered the layers, and the numbers stay.
/// </remarks>
internal sealed class LayerPlaces
{
    // What readers name by themselves besides layers.
    private static readonly string[] s_steps = ["group", "branch", "shortcut"];

    private readonly HashSet<string> _numbered;

    /// <summary>Places within networks that are looked at together.</summary>
    public LayerPlaces(params IEnumerable<Network> networks) => _numbered = new(
        networks.SelectMany(network => network.Nodes)
            .SelectMany(node => Segments(node.Path))
            .Where(segment => segment.Number.Length > 0 && segment.Number.TrimStart('0') is "" or "1")
            .Select(segment => segment.Level + segment.Word),
        StringComparer.Ordinal);

    /// <summary>Whether two paths differ in nothing but automatic numbers.</summary>
    public static bool AreOne(Node reference, Node difference) =>
        Segments(reference.Path).Select(Unnumbered).SequenceEqual(Segments(difference.Path).Select(Unnumbered));

    /// <summary>The place of a layer.</summary>
    public string Of(Node node) => string.Join("/", Segments(node.Path).Select(segment =>
        _numbered.Contains(segment.Level + segment.Word) ? segment.Word + segment.Number : Unnumbered(segment)));

    private static string Unnumbered((string Level, string Word, string Number) segment) =>
        LayerCatalog.Find(segment.Word) is not null || s_steps.Contains(segment.Word)
            ? segment.Word
            : segment.Word + segment.Number;

    // layer1/conv2 is layer and 1, then conv and 2 in layer1/.
    private static IEnumerable<(string Level, string Word, string Number)> Segments(string path)
    {
        int start = 0;
        while (start <= path.Length)
        {
            int slash = path.IndexOf('/', start);
            string segment = path.Substring(start, (slash < 0 ? path.Length : slash) - start);
            string word = segment.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            yield return (path.Substring(0, start), word, segment.Substring(word.Length));
            start += segment.Length + 1;
        }
    }
}
