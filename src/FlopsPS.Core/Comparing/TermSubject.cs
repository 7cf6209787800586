using System;
using System.Linq;

namespace FlopsPS.Comparing;

/// <summary>What a term is about: a kind of layer, or one of several operations that layers of the kind consist of.
/// </summary>
internal readonly struct TermSubject : IEquatable<TermSubject>
{
    private readonly bool _isWhole;

    public TermSubject(string kind, string? operation, bool isWhole)
    {
        Kind = kind;
        Operation = operation;
        _isWhole = isWhole;
    }

    public string Kind { get; }

    /// <summary>The operation; null where it is the layer as a whole.</summary>
    public string? Operation { get; }

    /// <summary>Whether a text such as "conv, linear" names it.</summary>
    public bool IsNamedIn(string names)
    {
        string[] all = names.Split([", "], StringSplitOptions.None);
        return (Operation is not null && all.Contains(Operation)) || all.Contains(Kind);
    }

    public bool Equals(TermSubject other) =>
        (Kind, Operation, _isWhole) == (other.Kind, other.Operation, other._isWhole);

    public override bool Equals(object? obj) => obj is TermSubject other && Equals(other);

    public override int GetHashCode() => (Kind, Operation).GetHashCode();

    /// <summary>conv; or attention softmax where the operation is one of several.</summary>
    public override string ToString()
    {
        return _isWhole || Operation is null || Operation == Kind ? Kind
            : Operation.StartsWith(Kind, StringComparison.Ordinal) ? Operation
            : $"{Kind} {Operation}";
    }
}
