using System;
using System.Collections.Generic;
using FlopsPS.Operations;

namespace FlopsPS.Yaml.Manifests;

/// <summary>One thing that a stated operation says: its key, what may stand there, and where it is in an operation.
/// </summary>
internal sealed class OperationFact
{
    /// <summary>Describes a fact.</summary>
    /// <param name="name">The key.</param>
    /// <param name="type">What may stand there.</param>
    /// <param name="of">The fact of an operation: a whole number, a truth value, a text or sizes; null where it goes
    /// without saying.</param>
    public OperationFact(string name, FactType type, Func<Operation, object?> of)
    {
        Name = name;
        Type = type;
        Of = of;
    }

    public string Name { get; }

    public FactType Type { get; }

    public Func<Operation, object?> Of { get; }

    /// <summary>The words that may stand there; none for other types.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether it may be left out.</summary>
    public bool IsOptional { get; init; }
}
