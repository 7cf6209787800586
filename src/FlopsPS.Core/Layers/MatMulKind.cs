using System.Collections.Generic;
using System.Linq;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// The matrix product of two inputs, for each pair of matrices in their leading axes, which broadcast:
/// [..., n, k] x [..., k, m] makes [..., n, m] from k multiply-accumulates for each element.
/// </summary>
/// <remarks>Source: torch.matmul, without its rules for vectors.</remarks>
internal sealed class MatMulKind : LayerKind
{
    private readonly Argument<bool> _transposeA;
    private readonly Argument<bool> _transposeB;

    public MatMulKind()
        : base("matmul", "The matrix product of two inputs over their last two axes; leading axes of 1 stretch.")
    {
        _transposeA = Boolean("transpose_a", "Whether the last two axes of the first input are exchanged.").Or(false);
        _transposeB = Boolean("transpose_b", "Whether the last two axes of the second input are exchanged.").Or(false);
    }

    public override string Formula => "no parameters; MACs = outputs*k, k the size that is summed over";

    internal override (int Least, int Most) InputCount => (2, 2);

    internal override IReadOnlyList<TensorShape> Infer(Layer layer, IReadOnlyList<TensorShape> inputs)
    {
        KindChecks.Rank(inputs[0], 2, "rows and columns");
        KindChecks.Rank(inputs[1], 2, "rows and columns");
        (long rows, long terms) = Matrix(inputs[0], layer.Get(_transposeA));
        (long given, long columns) = Matrix(inputs[1], layer.Get(_transposeB));
        if (terms != given)
        {
            throw Mismatch(
                $"{inputs[0]} and {inputs[1]} cannot be multiplied: the rows of the first have {terms} elements, the "
                + $"columns of the second {given}");
        }

        TensorShape batch = Broadcasting.Of(Leading(inputs[0]), Leading(inputs[1]));
        string layout = (inputs[0].Rank >= inputs[1].Rank ? inputs[0] : inputs[1]).Layout;
        return [new TensorShape([.. batch.Sizes, rows, columns], layout).WithFeatures(columns)];
    }

    internal override void Lower(LayerCall call, Lowering to)
    {
        (_, long terms) = Matrix(call.Input, call.Layer.Get(_transposeA));
        to.Do(Contraction.Of(ContractionForm.MatMul, call.Output, terms, hasBias: false));
    }

    private static (long Rows, long Columns) Matrix(TensorShape shape, bool isTransposed) =>
        isTransposed ? (shape[-1], shape[-2]) : (shape[-2], shape[-1]);

    private static TensorShape Leading(TensorShape shape) => new(shape.Sizes.Take(shape.Rank - 2));
}
