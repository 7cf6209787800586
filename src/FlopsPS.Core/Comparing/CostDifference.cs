using System.Collections.Generic;
using System.Linq;
using FlopsPS.Counting;

namespace FlopsPS.Comparing;

/// <summary>What a network costs under a convention, and why that differs from the convention it is compared with.
/// </summary>
public sealed class CostDifference : ResultRow
{
    internal CostDifference(
        CostRow reference, CostRow cost, ComparedFigure figure, IReadOnlyList<CostTerm> terms, string? misses)
    {
        Network = cost.Network;
        Convention = cost.Convention;
        Reference = reference.Convention;
        BatchSize = cost.BatchSize;
        InputShape = cost.InputShape;
        Parameters = cost.Parameters;
        Macs = cost.Macs;
        Flops = cost.Flops;
        Figure = figure == ComparedFigure.None ? null : figure.ToString();
        Difference = figure switch
        {
            ComparedFigure.Flops => (cost.Flops ?? 0) - (reference.Flops ?? 0),
            ComparedFigure.Macs => (cost.Macs ?? 0) - (reference.Macs ?? 0),
            _ => null,
        };
        ParametersDifference = cost.Parameters - reference.Parameters;
        Terms = terms;
        Why = WhyOf(terms, misses);
        Coverage = cost.Coverage;
        Uncounted = cost.Uncounted;
        Path = cost.Path;
    }

    /// <summary>The name of the network.</summary>
    public string Network { get; }

    /// <summary>The convention that Macs and Flops follow.</summary>
    public string Convention { get; }

    /// <summary>The convention that it is compared with.</summary>
    public string Reference { get; }

    /// <summary>The batch size.</summary>
    public long BatchSize { get; }

    /// <summary>The shape that goes in, batch first, channels before space.</summary>
    public string? InputShape { get; }

    /// <summary>What the convention counts as parameters.</summary>
    public long Parameters { get; }

    /// <summary>Multiply-accumulates by the convention; empty where it defines none.</summary>
    public long? Macs { get; }

    /// <summary>Floating-point operations by the convention; empty where it defines none.</summary>
    public long? Flops { get; }

    /// <summary>What is compared: Flops where both conventions define them, else Macs; empty where they share none.
    /// </summary>
    public string? Figure { get; }

    /// <summary>What the convention counts more than the reference in that figure; an operation that one of them does
    /// not define adds nothing.</summary>
    public long? Difference { get; }

    /// <summary>The parameters that the convention counts more than the reference.</summary>
    public long ParametersDifference { get; }

    /// <summary>The terms that add up to the differences, and what the convention misses that another one counts,
    /// separated by semicolons; empty where there is nothing to say.</summary>
    public string? Why { get; }

    /// <summary>The share of primitive operations that are counted, or free by declaration: 1 when nothing is missing.
    /// </summary>
    public double Coverage { get; }

    /// <summary>The operations that the convention does not define, by name; empty when there are none.</summary>
    public string? Uncounted { get; }

    /// <summary>The file that the network was read from; empty when there was none.</summary>
    public string? Path { get; }

    /// <summary>The terms as rows. Not a column.</summary>
    internal IReadOnlyList<CostTerm> Terms { get; }

    private string? WhyOf(IReadOnlyList<CostTerm> terms, string? misses)
    {
        IEnumerable<string> merged = terms
            .GroupBy(term => (term.Figure, term.Kind, term.Reason), (_, alike) => CostTerm.Text([.. alike]));
        string why = string.Join("; ", new[] { Figure is null ? $"shares no figure with {Reference}" : null }
            .Concat(merged)
            .Concat([misses is null ? null : "misses " + misses])
            .Where(part => part is not null));
        return why.Length == 0 ? null : why;
    }
}
