using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Operations;

namespace FlopsPS.Comparing;

/// <summary>A layer in its place, lowered: what prices are compared on.</summary>
internal sealed class LayerSpot
{
    private readonly FactSheet?[] _sheets;
    private readonly Operation? _single;

    public LayerSpot(Node node, Lowering lowering)
    {
        Node = node;
        Lowering = lowering;
        _sheets = new FactSheet?[lowering.Operations.Count];
        Operation[] computing = [.. lowering.Operations.Where(operation => operation is not Movement)];
        _single = computing.Length == 1 ? computing[0] : null;
    }

    public Node Node { get; }

    public Lowering Lowering { get; }

    /// <summary>The facts of the whole layer.</summary>
    public FactSheet Facts => field ??= new(Sum(Lowering.Operations, Lowering.Weights), _single);

    /// <summary>The layer as a whole.</summary>
    public TermSubject Subject => new(Node.Layer.Kind, _single?.Name, isWhole: true);

    /// <summary>The facts of one operation.</summary>
    public FactSheet FactsOf(int operation) =>
        _sheets[operation] ??= new(Sum([Lowering.Operations[operation]], []), Lowering.Operations[operation]);

    /// <summary>One operation; the layer as a whole where that is all it does.</summary>
    public TermSubject SubjectOf(int operation) => ReferenceEquals(Lowering.Operations[operation], _single)
        ? Subject
        : new(Node.Layer.Kind, Lowering.Operations[operation].Name, isWhole: false);

    private LayerFacts Sum(IReadOnlyList<Operation> operations, IReadOnlyList<Weight> weights) =>
        new(Node.Call, operations, weights, default);
}
