using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>Where the networks of a manifest come from: one source, or a list of them of which each but one names its
/// networks.</summary>
internal sealed class Sources
{
    /// <summary>The key of a manifest.</summary>
    public const string Key = "source";

    /// <summary>The key that says which networks are meant.</summary>
    public const string Networks = "networks";

    // Each is compared with each variant, and of those a file may hold very many.
    private const int MaximumPatterns = 64;

    private readonly Dictionary<string, NetworkSource> _byNetwork = new(StringComparer.Ordinal);

    private int _patterns;

    private Sources()
    {
    }

    /// <summary>What a source says, in the order in which people write it.</summary>
    public static IReadOnlyList<string> Facts { get; } = ["family", "year", "paper", "implementation"];

    /// <summary>Reads the source or the sources of these networks.</summary>
    public static Sources Read(SyntaxNode? node, IReadOnlyList<string> networks)
    {
        var sources = new Sources();
        NetworkSource? rest = null;
        foreach (SyntaxNode item in Items(node))
        {
            MapNode map = Expect.Map(item, $"a source is a map of {string.Join(", ", Facts)}");
            map.Allow("a source", [Networks, .. Facts]);
            NetworkSource source = ReadOne(map);
            if (map.Find(Networks) is { } names)
            {
                sources.Add(names, networks, source);
            }
            else
            {
                rest = rest is null ? source : throw map.Invalid(
                    $"two sources say no '{Networks}'; only one can be that of all others");
            }
        }

        foreach (string network in networks.Where(network => !sources._byNetwork.ContainsKey(network)))
        {
            sources._byNetwork.Add(network, rest ?? NetworkSource.None);
        }

        return sources;
    }

    /// <summary>The source of a network.</summary>
    public NetworkSource Of(string network) => _byNetwork[network];

    private static IReadOnlyList<SyntaxNode> Items(SyntaxNode? node) =>
        node switch { null => [], ListNode list => list.Items, _ => [node] };

    private static NetworkSource ReadOne(MapNode map) => new()
    {
        Family = Text(map, "family"),
        Year = map.Find("year") is { } year ? ReadYear(year) : null,
        Paper = Text(map, "paper"),
        Implementation = Text(map, "implementation"),
    };

    private static string Text(MapNode map, string key) =>
        map.Find(key) is { } text ? Expect.Text(text, key).Text : string.Empty;

    private static int ReadYear(SyntaxNode node)
    {
        string text = Expect.Text(node, "year").Text;
        return text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            ? year
            : throw node.Invalid($"year must be a year such as 2015, not '{text}'");
    }

    private void Add(SyntaxNode names, IReadOnlyList<string> networks, NetworkSource source)
    {
        foreach (SyntaxNode name in Items(names))
        {
            string text = Expect.Text(name, Networks).Text;
            if (++_patterns > MaximumPatterns)
            {
                throw name.Invalid($"sources name at most {MaximumPatterns} networks or wildcards");
            }

            string[] parts = text.Split('*');
            string[] meant = [.. networks.Where(network => IsMeant(network, parts))];
            if (meant.Length == 0)
            {
                throw name.Invalid(
                    $"this manifest has no network '{text}'; it has {NameList.Of(networks)}."
                    + NearestWord.Hint(text, networks));
            }

            foreach (string network in meant)
            {
                if (_byNetwork.ContainsKey(network))
                {
                    throw name.Invalid($"'{network}' has two sources; keep one");
                }

                _byNetwork.Add(network, source);
            }
        }
    }

    // The parts of a name between wildcards, one behind the other, the first at the start and the last at the end.
    private static bool IsMeant(string network, string[] parts)
    {
        string last = parts[parts.Length - 1];
        if (parts.Length == 1)
        {
            return network == last;
        }

        int end = network.Length - last.Length;
        int place = network.StartsWith(parts[0], StringComparison.Ordinal) ? parts[0].Length : -1;
        for (int i = 1; i < parts.Length - 1 && place >= 0; i++)
        {
            int found = network.IndexOf(parts[i], place, StringComparison.Ordinal);
            place = found < 0 ? -1 : found + parts[i].Length;
        }

        return place >= 0 && place <= end && network.EndsWith(last, StringComparison.Ordinal);
    }
}
