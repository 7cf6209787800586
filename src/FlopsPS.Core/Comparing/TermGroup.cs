using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Networks;

namespace FlopsPS.Comparing;

/// <summary>The deviations that make one term: of one kind of layer, or one operation of it, for one cause.</summary>
internal sealed class TermGroup
{
    // Networks repeat themselves: what one layer shows, its likes need not show again.
    private readonly HashSet<Deviation> _deviations = [];
    private Node? _last;

    public TermGroup(ComparedFigure figure, TermSubject subject, TermCause cause)
    {
        Figure = figure;
        Subject = subject;
        Cause = cause;
    }

    public ComparedFigure Figure { get; }

    public TermSubject Subject { get; }

    public TermCause Cause { get; }

    /// <summary>What the deviations sum to.</summary>
    public long Amount { get; private set; }

    /// <summary>The number of layers in which there is one.</summary>
    public long Layers { get; private set; }

    /// <summary>Adds a deviation, with the facts that explain it unless the cause does.</summary>
    public void Add(Node node, long amount, FactSheet? facts = null)
    {
        Amount += amount;
        if (facts is not null)
        {
            _deviations.Add(new(amount, facts));
        }

        if (amount != 0 && node != _last)
        {
            Layers++;
            _last = node;
        }
    }

    /// <summary>The reason: a rule that every deviation follows, or what the convention itself says.</summary>
    public string Reason(Convention convention) => (Figure, Cause) switch
    {
        (_, TermCause.Missed) => "not counted",
        (_, TermCause.Free) => "free",
        (ComparedFigure.Parameters, _) => "counted",
        _ => Derived() ?? Stated(convention) ?? Text(Multiple.OfOne(_deviations)) ?? "priced otherwise",
    };

    private string? Derived()
    {
        Deviation[] own = [.. _deviations.Where(deviation => deviation.Amount != 0)];
        return Text(Multiple.Of(_deviations) ?? Multiple.Of(own));
    }

    private string? Text(Multiple? multiple) =>
        multiple?.Text(_deviations.First().Facts, Cause == TermCause.Added, Amount < 0);

    // Rules read "kind, kind: what they cost". A semicolon stands between terms.
    private string? Stated(Convention convention)
    {
        string? rule = convention.Rules.FirstOrDefault(text => Subject.IsNamedIn(text.Split(':')[0]));
        return rule is null ? null : "counts " + rule.Substring(rule.IndexOf(':') + 1).Trim().Replace(';', ',');
    }
}
