using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using FlopsPS.Budgets;
using FlopsPS.Json;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Budgets;

/// <summary>Writes baselines as JSON: sorted, a line for each layer, the same for the same figures.</summary>
internal static class BaselineText
{
    /// <summary>The key that only a baseline has; its value is the form of the file.</summary>
    public const string VersionKey = Document.Baseline;

    public const string Version = "1";

    /// <summary>The keys of a baseline, in the order of the file.</summary>
    public static IReadOnlyList<string> Keys { get; } = [VersionKey, "convention", "networks"];

    /// <summary>The text, with a final line feed.</summary>
    public static string Of(Baseline baseline)
    {
        var text = new StringBuilder("{\n");
        text.Append("  \"").Append(VersionKey).Append("\": ").Append(Version).Append(",\n");
        text.Append("  \"convention\": ").Append(JsonText.Of(baseline.Convention)).Append(",\n");
        text.Append("  \"networks\": ");
        AppendMap(text, "  ", baseline.Networks, network => network.Name, network => Append(text, network));
        return text.Append("\n}\n").ToString();
    }

    private static void Append(StringBuilder text, BaselineNetwork network)
    {
        text.Append("{\n      \"input\": ").Append(JsonText.Of(network.InputShape)).Append(",\n");
        text.Append("      \"total\": ");
        Append(text, network.Total);
        if (network.HasLayers)
        {
            text.Append(",\n      \"layers\": ");
            AppendMap(text, "      ", network.Layers, layer => layer.Key, layer => Append(text, layer.Value));
        }

        text.Append("\n    }");
    }

    private static void AppendMap<T>(
        StringBuilder text, string indent, IEnumerable<T> items, Func<T, string> key, Action<T> append)
    {
        string separator = "{";
        foreach (T item in items)
        {
            text.Append(separator).Append('\n').Append(indent).Append("  ").Append(JsonText.Of(key(item))).Append(": ");
            append(item);
            separator = ",";
        }

        text.Append('\n').Append(indent).Append('}');
    }

    private static void Append(StringBuilder text, CostFigures figures)
    {
        IEnumerable<string> members = BudgetMetrics.All
            .Where(metric => figures[metric] is not null)
            .Select(metric => FormattableString.Invariant($"\"{BudgetMetrics.Key(metric)}\": {figures[metric]}"));
        text.Append("{ ").Append(string.Join(", ", members)).Append(" }");
    }
}
