using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A layer that is not in the catalogue, and of which everything is stated: what it makes, stores and does.
/// Exported models need it, where no kind says the same.</summary>
internal sealed class StatedStep : Step
{
    /// <summary>The keys.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["kind", StatedFacts.Makes, "operations", StatedFacts.Weights];

    private readonly string _kind;
    private readonly StatedFacts _facts;
    private readonly IReadOnlyList<OperationReader> _operations;

    private StatedStep(
        string kind, StatedFacts facts, IReadOnlyList<OperationReader> operations, SourcePosition position)
        : base(position)
    {
        _kind = kind;
        _facts = facts;
        _operations = operations;
    }

    protected override string DefaultName => _kind;

    /// <summary>Reads the map behind the word.</summary>
    public static StatedStep Read(SyntaxNode node, SourcePosition position)
    {
        MapNode map = Expect.Map(node, $"a stated layer is a map of {string.Join(", ", Keys)}");
        map.Allow("a stated layer", [.. Keys]);
        SyntaxNode Required(string key, string what) => map.Find(key)
            ?? throw map.Invalid($"a stated layer needs '{key}': {what}", ErrorCode.ArgumentMissing);
        Required(StatedFacts.Makes, "the shapes that come out");
        return new(
            Expect.Text(Required("kind", "what to call it"), "kind").Text,
            StatedFacts.Read(map),
            OperationReader.ReadList(Required("operations", "what it does")),
            position);
    }

    protected override IReadOnlyList<Tensor> Do(
        Construction construction, Place place, string? path, Scope scope, IReadOnlyList<Tensor> incoming)
    {
        return Located(path, () => _facts.Add(
            construction,
            place,
            path!,
            StatedKind.Layer(_kind, [.. _operations.Select(operation => operation.Make(scope))]),
            scope,
            incoming,
            Position));
    }
}
