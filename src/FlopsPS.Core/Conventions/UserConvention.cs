using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Conventions;

/// <summary>A convention that a user wrote down; the catalogue does not have it.</summary>
public sealed class UserConvention : TableConvention
{
    private readonly UserConventionDefinition _definition;

    /// <summary>Makes the convention of its definition.</summary>
    public UserConvention(UserConventionDefinition definition)
        : base(definition.Name, definition.Summary, definition.Figures, definition.Unit)
    {
        _definition = definition;
        foreach (UserRule rule in definition.Rules)
        {
            Rule(rule.Kinds, rule.Text, rule.Count, rule.Macs);
        }

        foreach (UserRule rule in definition.Inside)
        {
            Inside(rule.Kinds, rule.Text, rule.Count, rule.Macs);
        }

        foreach (string kind in definition.Free)
        {
            Free(kind);
        }
    }

    /// <inheritdoc/>
    public override string Source => _definition.Source;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> QuirkLines => _definition.Quirks;

    /// <inheritdoc/>
    protected override Convention? Base => _definition.Base;

    /// <inheritdoc/>
    protected override bool LooksInside => _definition.LooksInside ?? base.LooksInside;

    /// <inheritdoc/>
    public override bool IsParameter(Weight weight, Node node) => _definition.Parameters switch
    {
        null when Base is { } origin => origin.IsParameter(weight, node),
        CountedWeights.All => true,
        CountedWeights.Known => weight.IsTrainable && !node.IsIdle && Knows(node.Layer.Kind),
        _ => weight.IsTrainable,
    };
}
