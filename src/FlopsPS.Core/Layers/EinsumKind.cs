using System.Collections.Generic;
using System.Linq;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// Einstein summation. Two operands cost outputs * n multiply-accumulates, n the product of the sizes that are summed
/// over; where nothing is, each output is one product. More operands are joined two at a time from left to right, and
/// an index is summed over as soon as no later operand and not the output has it. One operand is summed or moved.
/// </summary>
/// <remarks>Source: torch.einsum.</remarks>
internal sealed class EinsumKind : LayerKind
{
    private readonly Argument<EinsumEquation> _equation;

    public EinsumKind()
        : base("einsum", "Einstein summation of its inputs; more than two are joined from left to right.")
    {
        _equation = Text(
            "equation",
            "A letter per axis: bhqd,bhkd->bhqk; letters that the output lacks are summed over, ... are further axes.",
            EinsumEquation.Parse).Required();
    }

    public override string Formula =>
        "no parameters; MACs = outputs*n, n the product of the sizes summed over; more than two operands: from left to "
        + "right, two at a time; a single one: no MACs";

    internal override (int Least, int Most) InputCount => (1, int.MaxValue);

    internal override IReadOnlyList<TensorShape> Infer(Layer layer, IReadOnlyList<TensorShape> inputs)
    {
        EinsumEquation equation = layer.Get(_equation);
        if (equation.Operands.Count != inputs.Count)
        {
            throw Mismatch($"'{equation}' has operands: {equation.Operands.Count}; tensors come in: {inputs.Count}");
        }

        EinsumTerm[] terms = Bind(equation, inputs);
        EinsumTerm all = terms.Aggregate((joined, term) => joined.Join(term));
        return [all.Only(Output(equation, terms)).Shape()];
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        EinsumEquation equation = call.Layer.Get(_equation);
        EinsumTerm[] terms = Bind(equation, call.Inputs);
        string output = Output(equation, terms);
        if (terms.Length == 1)
        {
            bool isMoved = output.Length == terms[0].Indices.Length;
            to.Do(isMoved ? new Movement(Name) : new Reduction(terms[0].Elements, call.Output.Elements));
            return;
        }

        // Where each index is needed for the last time; the output needs its own to the end.
        var last = new Dictionary<char, int>();
        for (int operand = 0; operand < terms.Length; operand++)
        {
            foreach (char index in terms[operand].Indices)
            {
                last[index] = output.IndexOf(index) < 0 ? operand : terms.Length;
            }
        }

        EinsumTerm made = terms[0];
        for (int operand = 1; operand < terms.Length; operand++)
        {
            EinsumTerm joined = made.Join(terms[operand]);
            bool isLast = operand == terms.Length - 1;
            made = joined.Only(
                isLast ? output : new string([.. joined.Indices.Where(index => last[index] > operand)]));
            long summed = joined.Product(joined.Indices.Except(made.Indices));
            to.Do(Contraction.Of(ContractionForm.MatMul, made.Shape(), summed, hasBias: false, Name));
        }
    }

    private static EinsumTerm[] Bind(EinsumEquation equation, IReadOnlyList<TensorShape> inputs) =>
        [.. equation.Operands.Zip(inputs, EinsumTerm.Bind)];

    private static string Output(EinsumEquation equation, EinsumTerm[] terms) =>
        EinsumTerm.Expand(equation.Output, terms.Max(term => term.Hidden));
}
