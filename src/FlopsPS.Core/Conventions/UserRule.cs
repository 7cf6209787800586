using System;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What a user says layers or operations of some kinds cost.</summary>
public sealed class UserRule
{
    /// <summary>States a rule.</summary>
    /// <param name="kinds">The kinds, one blank between them.</param>
    /// <param name="text">The rule for people.</param>
    /// <param name="count">The rule in the figure of the convention, of two figures the FLOPs; null where it has no
    /// answer.</param>
    /// <param name="macs">Where the convention has two figures, the multiply-accumulates.</param>
    public UserRule(
        string kinds, string text, Func<LayerFacts, Amount?> count, Func<LayerFacts, Amount?>? macs = null)
    {
        Kinds = kinds;
        Text = text;
        Count = count;
        Macs = macs;
    }

    internal string Kinds { get; }

    internal string Text { get; }

    internal Func<LayerFacts, Amount?> Count { get; }

    internal Func<LayerFacts, Amount?>? Macs { get; }
}
