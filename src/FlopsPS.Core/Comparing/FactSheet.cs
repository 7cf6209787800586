using System;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Operations;

namespace FlopsPS.Comparing;

/// <summary>What can be counted in an operation, or in a layer: a difference between two conventions is explained when
/// it is a multiple of one of these facts, or of two.</summary>
internal sealed class FactSheet : IEquatable<FactSheet>
{
    /// <summary>The fact that stands for additions of biases.</summary>
    public const int Bias = 0;

    /// <summary>The number of facts that rules are mostly made of; they stand first.</summary>
    public const int Telling = 8;

    private const int Elements = 1;
    private const int Outputs = 4;
    private const int Taps = 5;
    private const int Rows = 6;

    private static readonly (string Noun, Func<LayerFacts, long> Count)[] s_facts =
    [
        ("bias", facts => facts.Bias.Value),
        ("element", facts => facts.Elements.Value),
        ("output without bias", facts => facts.Unbiased.Value),
        ("state", facts => Recurrence.States(facts).Value),
        ("layer output", facts => facts.Outputs.Value),
        ("window element", facts => facts.Taps.Value),
        ("row", facts => facts.Rows.Value),
        ("MAC", facts => facts.Macs.Value),
        ("layer input", facts => facts.Inputs.Value),
        ("product", facts => facts.Multiplied.Value),
        ("softmax element", facts => facts.SoftmaxElements.Value),
        ("parameter", facts => facts.Parameters.Value),
        ("position", facts => facts.Positions.Value),
        ("layer", _ => 1),
    ];

    private readonly long[] _counts;
    private readonly Operation? _operation;

    /// <summary>Counts what there is to count.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="operation">The operation that they are about; null for a layer of several.</param>
    public FactSheet(LayerFacts facts, Operation? operation)
    {
        _operation = operation;
        _counts = [.. s_facts.Select(fact => fact.Count(facts))];
    }

    /// <summary>The number of facts.</summary>
    public static int Length => s_facts.Length;

    /// <summary>How often there is such a thing.</summary>
    public long this[int fact] => _counts[fact];

    /// <summary>Whether the facts are those of a layer of several operations.</summary>
    public bool IsOfSeveral => _operation is null;

    /// <summary>Whether two sheets, of layers of one kind, state the same.</summary>
    public bool Equals(FactSheet? other) => other is not null && _counts.SequenceEqual(other._counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactSheet);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _counts.Aggregate(17, (hash, count) => unchecked((hash * 31) + count.GetHashCode()));

    /// <summary>What to call one of them.</summary>
    public string NounOf(int fact) => (fact, _operation) switch
    {
        (Elements, Contraction or Interpolation) => "output",
        (Elements, Pooling) => "input",
        (Outputs, Pooling) => "output",
        (Taps, Interpolation) => "blended element",
        (Rows, Normalization { UsesStoredStatistics: true }) => "channel",
        _ => s_facts[fact].Noun,
    };
}
