using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Yaml.Manifests;

/// <summary>How a primitive operation is written: a word, and the facts behind it. One table for reading, writing and
/// the schema.</summary>
internal sealed class OperationForm
{
    private readonly Type _operation;
    private readonly Func<OperationFacts, Operation> _make;

    private OperationForm(
        string word, Type operation, Func<OperationFacts, Operation> make, params IReadOnlyList<OperationFact> facts)
    {
        Word = word;
        _operation = operation;
        _make = make;
        Facts = facts;
    }

    /// <summary>All forms.</summary>
    public static IReadOnlyList<OperationForm> All { get; } =
    [
        Form<Contraction>(
            "contraction",
            MakeContraction,
            OneOf<Contraction, ContractionForm>("form", c => c.Form),
            Shape<Contraction>("outputs", c => c.Output),
            Whole<Contraction>("terms", c => c.Terms),
            Truth<Contraction>("bias", c => c.HasBias ? true : null),
            Optional<Contraction>("products", c => c.IsRegular ? null : c.Products),
            Optional<Contraction>("accumulators", c => c.IsRegular ? null : c.Accumulators),
            Text<Contraction>("name", c => c.Name == NameOf(c.Form) ? null : c.Name)),
        Form<Elementwise>(
            "elementwise",
            facts => new Elementwise(
                facts.Word<ElementwiseFunction>("function"),
                facts.Whole("elements"),
                checked((int)(facts.Find("operands") ?? 1)),
                facts.Text("name")),
            OneOf<Elementwise, ElementwiseFunction>("function", e => e.Function),
            Whole<Elementwise>("elements", e => e.Elements),
            Optional<Elementwise>("operands", e => e.Operands == 1 ? null : e.Operands),
            Text<Elementwise>("name", e => Lower(e.Function) == e.Name ? null : e.Name)),
        Form<Normalization>(
            "normalization",
            facts => new Normalization(
                facts.Word<NormalizationForm>("form"),
                facts.Whole("elements"),
                facts.Whole("rows"),
                facts.Truth("affine") ?? false,
                facts.Truth("stored") ?? false,
                facts.Truth("shifted")),
            OneOf<Normalization, NormalizationForm>("form", n => n.Form),
            Whole<Normalization>("elements", n => n.Elements),
            Whole<Normalization>("rows", n => n.Rows),
            Truth<Normalization>("affine", n => n.IsAffine ? true : null),
            Truth<Normalization>("shifted", n => n.IsShifted == n.IsAffine ? null : n.IsShifted),
            Truth<Normalization>("stored", n => n.UsesStoredStatistics ? true : null)),
        Form<LocalResponse>(
            "localresponse",
            facts => new LocalResponse(facts.Whole("elements"), facts.Whole("size")),
            Whole<LocalResponse>("elements", l => l.Elements),
            Whole<LocalResponse>("size", l => l.Size)),
        Form<Pooling>(
            "pooling",
            facts => new Pooling(
                facts.Word<PoolingForm>("form"),
                facts.Truth("adaptive") ?? false,
                facts.Whole("outputs"),
                facts.Whole("taps"),
                facts.Whole("inputs")),
            OneOf<Pooling, PoolingForm>("form", p => p.Form),
            Truth<Pooling>("adaptive", p => p.IsAdaptive ? true : null),
            Whole<Pooling>("outputs", p => p.Outputs),
            Whole<Pooling>("taps", p => p.Taps),
            Whole<Pooling>("inputs", p => p.Inputs)),
        Form<Softmax>(
            "softmax",
            MakeSoftmax,
            OneOf<Softmax, SoftmaxForm>("form", s => s.Form),
            Whole<Softmax>("rows", s => s.Rows),
            Whole<Softmax>("length", s => s.Length),
            Optional<Softmax>("elements", s => s.Elements == s.Rows * s.Length ? null : s.Elements)),
        Form<Interpolation>(
            "interpolation",
            facts => new Interpolation(facts.Text("mode")!, facts.Whole("outputs"), facts.Whole("taps")),
            new OperationFact("mode", FactType.Text, o => ((Interpolation)o).Mode),
            Whole<Interpolation>("outputs", i => i.Outputs),
            Whole<Interpolation>("taps", i => i.Taps)),
        Form<Reduction>(
            "sum",
            facts => new Reduction(facts.Whole("inputs"), facts.Whole("outputs")),
            Whole<Reduction>("inputs", r => r.Inputs),
            Whole<Reduction>("outputs", r => r.Outputs)),
        Form<Movement>(
            "movement",
            facts => new Movement(facts.Text("name")!),
            new OperationFact("name", FactType.Text, o => o.Name)),
        Form<FoldedArithmetic>(
            "folded",
            facts => new FoldedArithmetic(facts.Word<ElementwiseFunction>("function"), facts.Whole("elements")),
            OneOf<FoldedArithmetic, ElementwiseFunction>("function", f => f.Work.Function),
            Whole<FoldedArithmetic>("elements", f => f.Work.Elements)),
        Form<UserDefined>(
            "custom",
            facts => new UserDefined(facts.Text("name")!, facts.Find("macs"), facts.Find("flops")),
            new OperationFact("name", FactType.Text, o => o.Name),
            Optional<UserDefined>("macs", u => u.Macs),
            Optional<UserDefined>("flops", u => u.Flops)),
    ];

    /// <summary>The word that stands for the operation.</summary>
    public string Word { get; }

    /// <summary>What is said of it, in order.</summary>
    public IReadOnlyList<OperationFact> Facts { get; }

    /// <summary>The form of an operation.</summary>
    public static OperationForm Of(Operation operation) =>
        All.First(form => form._operation == operation.GetType());

    /// <summary>The operation with these facts.</summary>
    public Operation Make(IReadOnlyDictionary<string, object> facts) => _make(new(facts));

    private static Contraction MakeContraction(OperationFacts facts)
    {
        var form = facts.Word<ContractionForm>("form");
        var output = new TensorShape(facts.Shape("outputs"));
        long terms = facts.Whole("terms");
        bool hasBias = facts.Truth("bias") ?? false;
        string? name = facts.Text("name");
        if (facts.Find("products") is not { } products)
        {
            return Contraction.Of(form, output, terms, hasBias, name);
        }

        long accumulators = facts.Find("accumulators") ?? output.Elements;
        return form == ContractionForm.TransposedConvolution
            ? Contraction.Transposed(output, terms == 0 ? 0 : products / terms, terms, accumulators, hasBias)
            : Contraction.Masked(form, output, terms, products, accumulators, name);
    }

    private static string NameOf(ContractionForm form) =>
        Contraction.Of(form, new TensorShape([]), terms: 0, hasBias: false).Name;

    private static Softmax MakeSoftmax(OperationFacts facts)
    {
        (long rows, long length) = (facts.Whole("rows"), facts.Whole("length"));
        return facts.Find("elements") is { } elements
            ? Softmax.Masked(rows, length, elements)
            : new Softmax(rows, length, facts.Word<SoftmaxForm>("form"));
    }

    private static OperationForm Form<T>(
        string word, Func<OperationFacts, Operation> make, params IReadOnlyList<OperationFact> facts)
        where T : Operation => new(word, typeof(T), make, facts);

    private static OperationFact Whole<T>(string name, Func<T, long> of)
        where T : Operation => new(name, FactType.Whole, operation => of((T)operation));

    private static OperationFact Optional<T>(string name, Func<T, long?> of)
        where T : Operation => new(name, FactType.Whole, operation => of((T)operation)) { IsOptional = true };

    private static OperationFact Truth<T>(string name, Func<T, bool?> of)
        where T : Operation => new(name, FactType.Truth, operation => of((T)operation)) { IsOptional = true };

    private static OperationFact Text<T>(string name, Func<T, string?> of)
        where T : Operation => new(name, FactType.Text, operation => of((T)operation)) { IsOptional = true };

    private static OperationFact Shape<T>(string name, Func<T, TensorShape> of)
        where T : Operation => new(name, FactType.Shape, operation => of((T)operation).Sizes);

    private static OperationFact OneOf<T, TWord>(string name, Func<T, TWord> of)
        where T : Operation
        where TWord : Enum => new(name, FactType.Word, operation => Lower(of((T)operation)))
        {
            Words = [.. Enum.GetNames(typeof(TWord)).Select(word => word.ToLowerInvariant())],
        };

    private static string Lower(Enum word) => word.ToString().ToLowerInvariant();
}
