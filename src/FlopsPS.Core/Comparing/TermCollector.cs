using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Comparing;

/// <summary>Gathers, layer by layer, in what a convention differs from its reference.</summary>
internal sealed class TermCollector
{
    private readonly Convention _reference;
    private readonly Dictionary<(ComparedFigure, TermSubject, TermCause), TermGroup> _groups = [];

    public TermCollector(Convention reference, Convention convention)
    {
        _reference = reference;
        Convention = convention;
        Figure = reference.DefinesFlops && convention.DefinesFlops ? ComparedFigure.Flops
            : reference.DefinesMacs && convention.DefinesMacs ? ComparedFigure.Macs
            : ComparedFigure.None;
    }

    public Convention Convention { get; }

    /// <summary>What is compared: FLOPs where both define them, else multiply-accumulates where both do.</summary>
    public ComparedFigure Figure { get; }

    /// <summary>What the convention does not define and the reference does not count.</summary>
    public UncountedOperations Uncounted { get; } = new();

    /// <summary>The terms: those of the figure, then those of the parameters, each from the largest to the smallest.
    /// </summary>
    public IEnumerable<CostTerm> Terms(Network network) => _groups.Values
        .Where(group => group.Amount != 0)
        .OrderBy(group => group.Figure == ComparedFigure.Parameters)
        .ThenByDescending(group => Math.Abs((decimal)group.Amount))
        .Select(group => new CostTerm(network, Convention, group));

    /// <summary>Compares what of a layer is a parameter, and the prices of its operations.</summary>
    /// <param name="spot">The layer.</param>
    /// <param name="own">The price under the reference.</param>
    /// <param name="other">The price under the convention.</param>
    public void Add(LayerSpot spot, LayerPrice own, LayerPrice other)
    {
        foreach (Weight weight in spot.Lowering.Weights.Where(weight => !spot.Node.IsShared && !weight.IsShared))
        {
            Add(spot, weight);
        }

        if (Figure == ComparedFigure.None)
        {
            return;
        }

        Charge whole = Charge.Of(own, Figure);
        Charge otherWhole = Charge.Of(other, Figure);
        if (own.Whole is not null || other.Whole is not null || (whole.Value != 0 && otherWhole.IsMissed))
        {
            Add(spot, spot.Subject, whole, otherWhole, () => spot.Facts);
            return;
        }

        for (int i = 0; i < own.Parts.Count; i++)
        {
            int part = i;
            Add(
                spot,
                spot.SubjectOf(part),
                Charge.Of(own.Parts[part], Figure),
                Charge.Of(other.Parts[part], Figure),
                () => spot.FactsOf(part));
        }
    }

    private void Add(LayerSpot spot, TermSubject subject, Charge own, Charge other, Func<FactSheet> facts)
    {
        if (own.Value == 0 && (other.IsMissed || other.IsFree))
        {
            if (other.IsMissed)
            {
                Uncounted.Add(subject);
            }
        }
        else if (other.IsMissed || other.IsFree)
        {
            Group(Figure, subject, other.IsMissed ? TermCause.Missed : TermCause.Free).Add(spot.Node, -own.Value);
        }
        else
        {
            Group(Figure, subject, own.Value == 0 ? TermCause.Added : TermCause.Repriced)
                .Add(spot.Node, other.Value - own.Value, facts());
        }
    }

    private void Add(LayerSpot spot, Weight weight)
    {
        bool isCounted = Convention.IsParameter(weight, spot.Node);
        if (isCounted != _reference.IsParameter(weight, spot.Node))
        {
            string? buffers = weight.IsTrainable ? null : "buffers";
            var subject = new TermSubject(spot.Node.Layer.Kind, buffers, isWhole: false);
            Group(ComparedFigure.Parameters, subject, isCounted ? TermCause.Added : TermCause.Missed)
                .Add(spot.Node, isCounted ? weight.Elements : -weight.Elements);
        }
    }

    private TermGroup Group(ComparedFigure figure, TermSubject subject, TermCause cause)
    {
        if (!_groups.TryGetValue((figure, subject, cause), out TermGroup? group))
        {
            group = new TermGroup(figure, subject, cause);
            _groups.Add((figure, subject, cause), group);
        }

        return group;
    }
}
