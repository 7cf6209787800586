using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Budgets;

/// <summary>Limits on the networks, blocks and layers that its patterns match; on every network where it has none.
/// </summary>
public sealed class BudgetRule
{
    /// <summary>The rule in the words of its author, where those are not of a budget file.</summary>
    public string? Text { get; init; }

    /// <summary>Patterns of the paths of files, seen from <see cref="Folder"/>; all when empty.</summary>
    public IReadOnlyList<PathPattern> Files { get; init; } = [];

    /// <summary>The full path of the folder that the patterns of files begin in.</summary>
    public string Folder { get; init; } = string.Empty;

    /// <summary>Patterns of the names of networks; all when empty.</summary>
    public IReadOnlyList<PathPattern> Networks { get; init; } = [];

    /// <summary>Patterns of the paths of blocks and layers; the network as a whole when empty.</summary>
    public IReadOnlyList<PathPattern> Layers { get; init; } = [];

    /// <summary>The limits, each on another metric.</summary>
    public IReadOnlyList<KeyValuePair<BudgetMetric, Limit>> Limits { get; init; } = [];

    /// <summary>What becomes of a limit that is exceeded.</summary>
    public BudgetSeverity Severity { get; init; } = BudgetSeverity.Error;

    /// <summary>Where the rule stands, when it stands in a file.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>Whether the rule is about some networks, blocks or layers only.</summary>
    public bool HasPatterns => Patterns.Any();

    /// <summary>The file and line of the rule, flopsps.budget.yaml:12, or null.</summary>
    public string? Source =>
        Position is null ? null : FormattableString.Invariant($"{Path.GetFileName(Position.File)}:{Position.Line}");

    /// <summary>Whether the rule is about a network or parts of it.</summary>
    public bool IsAbout(Network network)
    {
        return IsMatch(Networks, network.Name)
            && (Files.Count == 0 || (network.Path is { } path && IsMatch(Files, RelativePath.Of(Folder, path))));
    }

    /// <summary>The rule as far as it sets one limit: layers: layer4/*, macs: +2%.</summary>
    public string Describe(KeyValuePair<BudgetMetric, Limit> limit) =>
        Text ?? string.Join(", ", Patterns.Append($"{BudgetMetrics.Key(limit.Key)}: {limit.Value}"));

    /// <summary>What the rule is about, and its limits.</summary>
    public override string ToString() => Text ?? string.Join(
        ", ", Patterns.Concat(Limits.Select(limit => $"{BudgetMetrics.Key(limit.Key)}: {limit.Value}")));

    private IEnumerable<string> Patterns => new[] { ("files", Files), ("networks", Networks), ("layers", Layers) }
        .Where(filter => filter.Item2.Count > 0)
        .Select(filter => $"{filter.Item1}: {string.Join(" ", filter.Item2)}");

    private static bool IsMatch(IReadOnlyList<PathPattern> patterns, string path) =>
        patterns.Count == 0 || patterns.Any(pattern => pattern.IsMatch(path));
}
