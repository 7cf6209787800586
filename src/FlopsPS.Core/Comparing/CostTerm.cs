using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Comparing;

/// <summary>One term of the difference between two conventions on a network.</summary>
public sealed class CostTerm : ResultRow
{
    internal CostTerm(Network network, Convention convention, TermGroup group)
    {
        Network = network.Name;
        Convention = convention.Name;
        Figure = group.Figure.ToString();
        Kind = group.Subject.Kind;
        Operation = group.Subject.Operation;
        Amount = group.Amount;
        Layers = group.Layers;
        Reason = group.Reason(convention);
        Path = network.Path;
        Subject = group.Subject.ToString();
    }

    /// <summary>The name of the network.</summary>
    public string Network { get; }

    /// <summary>The convention that differs.</summary>
    public string Convention { get; }

    /// <summary>What the amount belongs to: Flops, Macs or Parameters.</summary>
    public string Figure { get; }

    /// <summary>The kind of the layers.</summary>
    public string Kind { get; }

    /// <summary>The operation in them; empty where the layers differ as a whole.</summary>
    public string? Operation { get; }

    /// <summary>What the convention counts more than the reference; negative where it counts less.</summary>
    public long Amount { get; }

    /// <summary>The number of layers that differ.</summary>
    public long Layers { get; }

    /// <summary>Why: 2 per element, not counted, ….</summary>
    public string Reason { get; }

    /// <summary>The file that the network was read from; empty when there was none.</summary>
    public string? Path { get; }

    /// <summary>What to call kind and operation together.</summary>
    internal string Subject { get; }

    /// <summary>+ 22,227,968 batchnorm: 2 per element.</summary>
    public override string ToString() => Text([this]);

    /// <summary>Terms of one kind and one reason as a single one: - 1,423,250,928 attention scores, values: free.
    /// </summary>
    internal static string Text(IReadOnlyList<CostTerm> terms)
    {
        CostTerm first = terms[0];
        IEnumerable<string> others = terms.Skip(1).Select(term => term.Subject.Substring(term.Kind.Length).TrimStart());
        string subject = string.Join(", ", others.Prepend(first.Subject));
        if (first.Figure == nameof(ComparedFigure.Parameters))
        {
            // Class tokens and position embeddings, whose kind is called parameter.
            subject = first.Kind == "parameter" ? "parameters outside layers" : $"parameters of {subject}";
        }

        long amount = terms.Sum(term => term.Amount);
        return FormattableString.Invariant($"{amount:+ #,0;- #,0} {subject}: {first.Reason}");
    }
}
