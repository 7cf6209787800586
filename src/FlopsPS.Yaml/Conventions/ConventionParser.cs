using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FlopsPS.Conventions;
using FlopsPS.Networks;
using FlopsPS.Yaml.Manifests;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Conventions;

/// <summary>From the YAML tree to a convention.</summary>
internal static class ConventionParser
{
    /// <summary>The key that only a convention has, and that every one has.</summary>
    public const string NameKey = Document.Convention;

    private static readonly Regex s_name = new(@"^[A-Za-z][A-Za-z0-9_.-]{0,49}$", RegexOptions.CultureInvariant);

    /// <summary>The keys of a convention, in the order in which people write them.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        NameKey, "summary", "source", "quirks", "extends", "figures", "unit", "parameters", "rules", "inside", "free",
    ];

    /// <summary>What 'figures' may be.</summary>
    public static IReadOnlyDictionary<string, Figures> FiguresByWord { get; } = new Dictionary<string, Figures>
    {
        ["macs"] = Figures.Macs,
        ["flops"] = Figures.Flops,
        ["both"] = Figures.MacsAndFlops,
    };

    /// <summary>What 'parameters' may be.</summary>
    public static IReadOnlyDictionary<string, CountedWeights> ParametersByWord { get; } =
        new Dictionary<string, CountedWeights>
        {
            ["trainable"] = CountedWeights.Trainable,
            ["all"] = CountedWeights.All,
            ["known"] = CountedWeights.Known,
        };

    /// <summary>Reads a convention.</summary>
    /// <param name="root">The root of the document.</param>
    /// <param name="file">The file, or null.</param>
    public static Convention Parse(SyntaxNode root, string? file)
    {
        MapNode map = Expect.Map(root, "a convention is a map of " + string.Join(", ", Keys));
        Document.Require(NameKey, map);
        map.Allow("a convention", [.. Keys]);
        string name = ReadName(map);
        Convention? origin = ReadBase(map.Find("extends"));
        Figures figures = ReadFigures(map, origin);
        KindList layers = KindList.OfLayers();
        SyntaxNode? inside = map.Find("inside");
        bool isOpaque = inside is ScalarNode { Text: Undefined.Word };
        var definition = new UserConventionDefinition
        {
            Name = name,
            Summary = Text(map, "summary") ?? $"The rules of {Path.GetFileName(file) ?? name}.",
            Source = Text(map, "source") ?? file ?? name,
            Unit = Text(map, "unit") ?? origin?.Unit ?? UnitOf(figures),
            Figures = figures,
            Quirks = Scalars(map.Find("quirks"), "quirks").Select(quirk => quirk.Text).ToList(),
            Base = origin,
            Parameters = map.Find("parameters") is { } weights
                ? Choice(weights, "parameters", ParametersByWord)
                : null,
            Rules = RuleList.Read(map.Find("rules"), "rules", layers, figures),
            Inside = isOpaque ? [] : RuleList.Read(inside, "inside", KindList.OfOperations(), figures),
            Free = Scalars(map.Find("free"), "free").SelectMany(layers.Read).ToList(),
            LooksInside = inside is null ? null : !isOpaque,
        };
        return definition.Rules.Count + definition.Inside.Count + definition.Free.Count > 0
            ? new UserConvention(definition)
            : throw map.Invalid("a convention needs 'rules': kinds and what they cost, such as 'conv linear: macs'");
    }

    private static string ReadName(MapNode map)
    {
        SyntaxNode node = map.Find(NameKey)
            ?? throw map.Invalid($"a convention begins with its name, as in '{NameKey}: ours'");
        ScalarNode name = Expect.Text(node, NameKey);
        if (!s_name.IsMatch(name.Text))
        {
            throw name.Invalid(
                $"'{name.Text}' cannot be the name of a convention: begin with a letter, then letters, digits, _, . "
                + "and -, at most 50");
        }

        return ConventionCatalog.Find(name.Text) is { } own
            ? throw name.Invalid(
                $"'{own.Name}' is the name of a built-in convention; choose another, such as 'our-{own.Name}'. "
                + $"'extends: {own.Name}' builds on it")
            : name.Text;
    }

    private static Convention? ReadBase(SyntaxNode? node)
    {
        if (node is null)
        {
            return null;
        }

        ScalarNode name = Expect.Text(node, "extends");
        return ConventionCatalog.Find(name.Text)
            ?? throw ConventionCatalog.Unknown(name.Text).At(layer: null, name.Position);
    }

    private static Figures ReadFigures(MapNode map, Convention? origin)
    {
        SyntaxNode? node = map.Find("figures");
        if (origin is not null)
        {
            return node is null
                ? origin.DefinesFlops ? origin.DefinesMacs ? Figures.MacsAndFlops : Figures.Flops : Figures.Macs
                : throw node.Invalid($"the figures are those of {origin.Name}, which it extends; leave 'figures' out");
        }

        return node is null
            ? throw map.Invalid(
                "a convention needs 'figures': macs, flops or both, which says what its rules count")
            : Choice(node, "figures", FiguresByWord);
    }

    private static string UnitOf(Figures figures) => figures switch
    {
        Figures.Macs => "multiply-accumulates (MACs)",
        Figures.Flops => "FLOPs",
        _ => "MACs and FLOPs",
    };

    private static string? Text(MapNode map, string key) =>
        map.Find(key) is { } node ? Expect.Text(node, key).Text : null;

    private static T Choice<T>(SyntaxNode node, string key, IReadOnlyDictionary<string, T> words)
    {
        string word = Expect.Text(node, key).Text;
        return words.TryGetValue(word, out T? value)
            ? value
            : throw node.Invalid(
                $"'{word}' cannot be '{key}', which is one of {string.Join(", ", words.Keys)}."
                + NearestWord.Hint(word, words.Keys));
    }

    // One text, or a list of them.
    private static IEnumerable<ScalarNode> Scalars(SyntaxNode? node, string key) => node switch
    {
        null or ScalarNode { IsEmpty: true } => [],
        ListNode list => list.Items.Select(item => Expect.Text(item, $"an item of {key}")),
        _ => [Expect.Text(node, key)],
    };
}
