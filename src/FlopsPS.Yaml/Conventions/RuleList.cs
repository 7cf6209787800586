using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Numbers;
using FlopsPS.Yaml.Manifests;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Conventions;

/// <summary>Reads the rules of a convention: a map of kinds and expressions.</summary>
internal static class RuleList
{
    private const string Macs = "macs";
    private const string Flops = "flops";

    /// <summary>The rules under a key; none where it does not stand.</summary>
    /// <param name="node">What stands under the key.</param>
    /// <param name="key">The key, for errors.</param>
    /// <param name="kinds">The kinds that have no rule yet.</param>
    /// <param name="figures">Which figures a rule gives.</param>
    public static IReadOnlyList<UserRule> Read(SyntaxNode? node, string key, KindList kinds, Figures figures) =>
    [
        .. Expect.Map(node, key, "kinds and what they cost")
            .Select(entry => ReadRule(kinds.Read(entry.Key), entry, figures)),
    ];

    private static UserRule ReadRule(
        IReadOnlyList<string> kinds, KeyValuePair<ScalarNode, SyntaxNode> entry, Figures figures)
    {
        if (kinds.Count == 0)
        {
            throw entry.Key.Invalid("a rule begins with the kinds it is for, such as 'conv linear: macs'");
        }

        string names = string.Join(" ", kinds);
        if (entry.Value is MapNode map)
        {
            return figures == Figures.MacsAndFlops
                ? ReadBoth(map, names, kinds)
                : throw map.Invalid("a rule is one expression; two figures need 'figures: both'");
        }

        RuleExpression rule = RuleExpression.Read(entry.Value, kinds);
        return figures == Figures.MacsAndFlops
            ? new(names, $"FLOPs {rule.Text}; MACs {Macs}", rule.Count, facts => OwnMacs(rule, facts))
            : new(names, rule.Text, rule.Count);
    }

    private static UserRule ReadBoth(MapNode map, string names, IReadOnlyList<string> kinds)
    {
        map.Allow("a rule", Macs, Flops);
        RuleExpression macs = Get(Macs);
        RuleExpression flops = Get(Flops);
        return new(names, $"FLOPs {flops.Text}; MACs {macs.Text}", flops.Count, macs.Count);

        RuleExpression Get(string figure) => RuleExpression.Read(
            map.Find(figure) ?? throw map.Invalid($"a rule for two figures needs '{Macs}' and '{Flops}'"), kinds);
    }

    // What costs an unknown number of FLOPs is not known to cost any MACs.
    private static Amount? OwnMacs(RuleExpression flops, LayerFacts facts) =>
        flops.Count(facts) is null ? null : facts.Macs;
}
