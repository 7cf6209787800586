using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Numbers;
using FlopsPS.Operations;

namespace FlopsPS.Conventions;

/// <summary>
/// A convention that is a table: kinds of layers, and what each costs by its facts. What is not in the table is not
/// defined: it adds nothing, and the rows name it.
/// </summary>
/// <remarks>
/// A tool that hooks modules sees a layer as a whole, so a kind without a rule is opaque to it. A tool that watches
/// operators sees what a layer consists of: a kind without a rule costs the sum of its operations, which are looked
/// up in the same table by the kind of layer that does just that: conv, linear, matmul, relu, add, softmax, ….
/// </remarks>
public abstract class TableConvention : Convention
{
    private const char Blank = ' ';

    private readonly Figures _figures;
    private readonly Dictionary<string, TableRule> _layers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableRule> _inside = new(StringComparer.Ordinal);
    private readonly List<string> _rules = [];
    private readonly List<string> _free = [];

    /// <summary>Names the convention, says what it counts, and which figures it has.</summary>
    protected TableConvention(string name, string summary, Figures figures, string unit)
        : base(name, summary)
    {
        _figures = figures;
        Unit = unit;
    }

    /// <inheritdoc/>
    public sealed override string Unit { get; }

    /// <inheritdoc/>
    public sealed override bool DefinesMacs => _figures != Figures.Flops;

    /// <inheritdoc/>
    public sealed override bool DefinesFlops => _figures != Figures.Macs;

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<string> RuleLines =>
    [
        .. _rules,
        .. _free.Count == 0 ? Enumerable.Empty<string>() : ["free: " + string.Join(", ", _free)],
        Base is null
            ? "everything else that computes is not defined and adds nothing"
            : $"everything else: as {Base.Name}",
    ];

    /// <summary>The convention whose rules hold where the table has none, or null.</summary>
    protected virtual Convention? Base => null;

    /// <summary>Whether a layer without a rule of its own costs what its operations cost.</summary>
    protected virtual bool LooksInside => Base is not TableConvention table || table.LooksInside;

    /// <summary>Whether arithmetic that is known before data come costs what it costs on data.</summary>
    protected virtual bool CountsFolded => false;

    /// <inheritdoc/>
    public sealed override Price? PriceOf(LayerCall layer, Lowering lowering, Facts facts)
    {
        return _layers.TryGetValue(layer.Layer.Kind, out TableRule? rule)
            ? rule.PriceOf(new LayerFacts(layer, lowering.Operations, lowering.Weights, facts))
            : Base?.PriceOf(layer, lowering, facts);
    }

    /// <inheritdoc/>
    public sealed override Price PriceOf(Operation operation, LayerCall layer, Facts facts)
    {
        if (operation is UserDefined custom)
        {
            return Base?.PriceOf(custom, layer, facts) ?? Stated(custom, facts);
        }

        if (operation is FoldedArithmetic folded && CountsFolded)
        {
            return PriceOf(folded.Work, layer, facts);
        }

        if (operation is Movement or FoldedArithmetic)
        {
            return Price.Free;
        }

        string kind = OperationKinds.Of(operation);
        TableRule? rule = null;
        return LooksInside && (_inside.TryGetValue(kind, out rule) || _layers.TryGetValue(kind, out rule))
            ? rule!.PriceOf(new LayerFacts(layer, [operation], [], facts))
            : Base?.PriceOf(operation, layer, facts) ?? Price.NotDefined;
    }

    /// <summary>Whether the table has a rule for this kind of layer.</summary>
    protected bool Knows(string kind) => _layers.ContainsKey(kind);

    /// <summary>Says what layers of these kinds, one blank between them, cost in the figure of the tool; of two
    /// figures it is the FLOPs, and they have no multiply-accumulates.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <param name="text">The rule for people.</param>
    /// <param name="count">The rule; null where it has no answer.</param>
    /// <param name="unseen">Operations of the layer that the tool leaves out; none when not given.</param>
    protected void Rule(
        string kinds, string text, Func<LayerFacts, Amount?> count, Func<Operation, bool>? unseen = null) =>
        Add(_layers, kinds, text, Single(count) with { Unseen = unseen is null ? null : (op, _) => unseen(op) });

    /// <summary>Says what layers of these kinds cost in both figures.</summary>
    protected void Rule(
        string kinds,
        string text,
        Func<LayerFacts, Amount?> flops,
        Func<LayerFacts, Amount?>? macs,
        Func<Operation, LayerFacts, bool>? unseen = null) =>
        Add(_layers, kinds, text, Pair(flops, macs) with { Unseen = unseen });

    /// <summary>Says what an operation costs inside a layer without a rule, where that differs from a layer of its own.
    /// </summary>
    protected void Inside(string operations, string text, Func<LayerFacts, Amount?> count) =>
        Inside(operations, text, count, macs: null);

    /// <summary>Says what an operation costs in both figures inside a layer without a rule.</summary>
    protected void Inside(
        string operations, string text, Func<LayerFacts, Amount?> flops, Func<LayerFacts, Amount?>? macs) =>
        Add(_inside, operations, text + " inside other layers", Pair(flops, macs));

    /// <summary>Says that the tool declares these kinds to cost nothing.</summary>
    protected void Free(string kinds)
    {
        foreach (string kind in kinds.Split(Blank))
        {
            _layers.Add(kind, TableRule.Free);
            _free.Add(kind);
        }
    }

    /// <summary>Whether an operation is no sum of products: what tools that watch matrix products leave out.</summary>
    protected static bool IsNoProduct(Operation operation) => operation is not Contraction;

    private void Add(Dictionary<string, TableRule> table, string kinds, string text, TableRule rule)
    {
        string[] all = kinds.Split(Blank);
        foreach (string kind in all)
        {
            table.Add(kind, rule);
        }

        _rules.Add(string.Join(", ", all) + ": " + text);
    }

    private TableRule Single(Func<LayerFacts, Amount?> count) => _figures switch
    {
        Figures.Macs => new(count, null),
        Figures.Flops => new(null, count),
        _ => new(facts => count(facts) is null ? null : facts.Zero, count),
    };

    private TableRule Pair(Func<LayerFacts, Amount?> flops, Func<LayerFacts, Amount?>? macs) =>
        macs is null ? Single(flops) : new(macs, flops);

    private Price Stated(UserDefined custom, Facts facts)
    {
        Amount? macs = DefinesMacs && custom.Macs is { } m ? facts.Of(m, "stated MACs") : null;
        Amount? flops = DefinesFlops && custom.Flops is { } f ? facts.Of(f, "stated FLOPs") : null;
        return (macs is null && DefinesMacs) || (flops is null && DefinesFlops)
            ? Price.Partial(macs, flops)
            : Price.Counted(macs, flops);
    }
}
