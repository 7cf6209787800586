using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FlopsPS.Budgets;
using FlopsPS.Conventions;
using FlopsPS.Networks;
using FlopsPS.Yaml.Manifests;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Budgets;

/// <summary>From the YAML tree to a budget.</summary>
internal static class BudgetParser
{
    /// <summary>The key that only a budget has, and that every one has.</summary>
    public const string NameKey = Document.Budget;

    private static readonly string[] s_extensions = [".yaml", ".yml"];

    /// <summary>The keys of a budget, in the order in which people write them.</summary>
    public static IReadOnlyList<string> Keys { get; } = [NameKey, "convention", "baseline", "rules"];

    /// <summary>The keys of a rule that say what it is about.</summary>
    public static IReadOnlyList<string> Filters { get; } = ["files", "networks", "layers"];

    /// <summary>The keys of a rule that set limits.</summary>
    public static IReadOnlyDictionary<string, BudgetMetric> Metrics { get; } =
        BudgetMetrics.All.ToDictionary(BudgetMetrics.Key);

    /// <summary>What 'severity' may be.</summary>
    public static IReadOnlyDictionary<string, BudgetSeverity> Severities { get; } =
        new Dictionary<string, BudgetSeverity>
        {
            ["off"] = BudgetSeverity.Off,
            ["warn"] = BudgetSeverity.Warning,
            ["error"] = BudgetSeverity.Error,
        };

    /// <summary>Reads a budget.</summary>
    /// <param name="root">The root of the document.</param>
    /// <param name="folder">The full path of the folder that paths in it begin in.</param>
    public static Budget Parse(SyntaxNode root, string folder)
    {
        MapNode map = Expect.Map(root, "a budget is a map of " + string.Join(", ", Keys));
        Document.Require(NameKey, map);
        SyntaxNode name = map.Find(NameKey)
            ?? throw map.Invalid($"a budget begins with its name, as in '{NameKey}: pull requests'");
        map.Allow("a budget", [.. Keys]);
        SyntaxNode? rules = map.Find("rules");
        IReadOnlyList<SyntaxNode> items = rules is null ? [] : Expect.List(rules, "rules").Items;
        return items.Count == 0
            ? throw (rules ?? map).Invalid("a budget needs 'rules': a list of limits, such as '- macs: 4.2G'")
            : new Budget
            {
                Name = Expect.Text(name, NameKey).Text,
                Convention = map.Find("convention") is { } convention ? ReadConvention(convention, folder) : null,
                BaselinePath = map.Find("baseline") is { } baseline
                    ? Path.GetFullPath(Path.Combine(folder, Expect.Text(baseline, "baseline").Text))
                    : null,
                Rules = [.. items.Select(item => ReadRule(item, folder))],
            };
    }

    // No name of a convention has a separator, and none of a built-in one an extension.
    private static Convention ReadConvention(SyntaxNode node, string folder)
    {
        string name = Expect.Text(node, "convention").Text;
        bool isPath = name.IndexOfAny(['/', '\\']) >= 0 || s_extensions.Contains(Path.GetExtension(name));
        return At(node, () => isPath
            ? ConventionReader.ReadFile(Path.GetFullPath(Path.Combine(folder, name)))
            : ConventionCatalog.Get(name));
    }

    private static BudgetRule ReadRule(SyntaxNode node, string folder)
    {
        MapNode map = Expect.Map(node, "a rule is a map of patterns and limits");
        map.Allow("a rule", [.. Filters, .. Metrics.Keys, "severity"]);
        KeyValuePair<BudgetMetric, Limit>[] limits =
        [
            .. map.Entries
                .Where(entry => Metrics.ContainsKey(entry.Key.Text))
                .Select(entry => ReadLimit(entry.Key.Text, entry.Value)),
        ];
        return limits.Length == 0
            ? throw map.Invalid($"a rule needs a limit: {string.Join(", ", Metrics.Keys)}, such as 'macs: 4.2G'")
            : new BudgetRule
            {
                Position = node.Position,
                Folder = folder,
                Files = Patterns(map, "files"),
                Networks = Patterns(map, "networks"),
                Layers = [.. Patterns(map, "layers")],
                Limits = limits,
                Severity = map.Find("severity") is { } severity ? ReadSeverity(severity) : BudgetSeverity.Error,
            };
    }

    private static KeyValuePair<BudgetMetric, Limit> ReadLimit(string key, SyntaxNode node)
    {
        ScalarNode text = Expect.Text(node, key);
        return new(Metrics[key], At(text, () => Limit.Parse(text.Text, Metrics[key])));
    }

    private static BudgetSeverity ReadSeverity(SyntaxNode node)
    {
        string word = Expect.Text(node, "severity").Text;
        return Severities.TryGetValue(word, out BudgetSeverity severity)
            ? severity
            : throw node.Invalid(
                $"'{word}' cannot be 'severity', which is one of {string.Join(", ", Severities.Keys)}."
                + NearestWord.Hint(word, Severities.Keys));
    }

    // One pattern, or a list of them.
    private static IReadOnlyList<PathPattern> Patterns(MapNode map, string key)
    {
        SyntaxNode? node = map.Find(key);
        IEnumerable<SyntaxNode> items = node switch
        {
            null => [],
            ListNode { Items.Count: 0 } => throw node.Invalid($"'{key}' is empty; leave it out, or give a pattern"),
            ListNode list => list.Items,
            _ => [node],
        };
        return [.. items.Select(item => ReadPattern(item, key))];
    }

    private static PathPattern ReadPattern(SyntaxNode node, string key)
    {
        ScalarNode text = Expect.Text(node, key);
        PathPattern pattern = At(text, () => new PathPattern(text.Text));
        return key == "layers" && pattern.Depth is null
            ? throw text.Invalid(
                "a pattern of layers says how deep they are: instead of ** write a * for each level, as layer4/*/*")
            : pattern;
    }

    private static T At<T>(SyntaxNode node, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (NetworkException error)
        {
            throw error.At(layer: null, node.Position);
        }
    }
}
