using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Budgets;
using FlopsPS.Yaml.Manifests;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Budgets;

/// <summary>From the YAML tree, of which JSON is a part, to a baseline.</summary>
internal static class BaselineParser
{
    private const string Anew = "write the baseline anew";

    private static readonly string[] s_figures = [.. BudgetMetrics.All.Select(BudgetMetrics.Key)];

    /// <summary>Reads a baseline.</summary>
    public static Baseline Parse(SyntaxNode root)
    {
        MapNode map = Expect.Map(root, "a baseline is a map of " + string.Join(", ", BaselineText.Keys));
        Document.Require(BaselineText.VersionKey, map);
        SyntaxNode version = map.Find(BaselineText.VersionKey)
            ?? throw map.Invalid($"this is no baseline, for it has no '{BaselineText.VersionKey}'; {Anew}");
        if (version is not ScalarNode { Text: BaselineText.Version })
        {
            throw version.Invalid(
                $"{version.What} is a form of baselines that is not known here, as {BaselineText.Version} is; {Anew}");
        }

        map.Allow("a baseline", [.. BaselineText.Keys]);
        return new Baseline(
            Expect.Text(Required(map, "convention"), "convention").Text,
            [.. Expect.Map(Required(map, "networks"), "networks", "names and figures").Select(ReadNetwork)]);
    }

    private static BaselineNetwork ReadNetwork(KeyValuePair<ScalarNode, SyntaxNode> entry)
    {
        MapNode map = Expect.Map(entry.Value, $"the network '{entry.Key.Text}' is a map of its figures");
        map.Allow($"the network '{entry.Key.Text}'", "input", "total", "layers");
        var total = Required(map, "total");
        var layers = Expect.Map(map.Find("layers"), "layers", "paths and figures")
            .ToDictionary(layer => layer.Key.Text, layer => ReadFigures(layer.Value), StringComparer.Ordinal);
        var network = new BaselineNetwork(
            entry.Key.Text, Expect.Text(Required(map, "input"), "input").Text, ReadFigures(total), layers);
        return IsWhole(network)
            ? network
            : throw total.Invalid(
                $"the layers of '{network.Name}' do not add up to its total, as after two edits that met; {Anew}");
    }

    private static bool IsWhole(BaselineNetwork network)
    {
        try
        {
            return network.IsWhole;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static CostFigures ReadFigures(SyntaxNode node)
    {
        MapNode map = Expect.Map(node, "figures are a map");
        map.Allow("figures", s_figures);
        return new()
        {
            Parameters = ReadCount(map, BudgetMetric.Parameters),
            Buffers = ReadCount(map, BudgetMetric.Buffers),
            Macs = ReadCount(map, BudgetMetric.Macs),
            Flops = ReadCount(map, BudgetMetric.Flops),
            Activations = ReadCount(map, BudgetMetric.Activations),
        };
    }

    private static long? ReadCount(MapNode map, BudgetMetric metric)
    {
        if (map.Find(BudgetMetrics.Key(metric)) is not { } node)
        {
            return null;
        }

        return node is ScalarNode scalar
            && long.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out long count)
            ? count
            : throw node.Invalid(
                $"{BudgetMetrics.Key(metric)} must be a whole number of at most 64 bits, not {node.What}");
    }

    private static SyntaxNode Required(MapNode map, string key) =>
        map.Find(key) ?? throw map.Invalid($"'{key}' is missing here; {Anew}");
}
