using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Matrix products. One whose second factor is a stored matrix is a linear layer.</summary>
internal sealed class ProductOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("MatMul", Product("weight weight")),
        ("com.microsoft.FusedMatMul", Product("weight weight")),
        ("com.microsoft.TransposeMatMul", Product("weight weight")),
        ("MatMulInteger", Product("#weight #weight ?zero_point ?zero_point", type: ElementType.Int32)),
        ("QLinearMatMul", Product(
            "#weight ?scale ?zero_point #weight ?scale ?zero_point ?scale ?zero_point", second: 3)),
        ("com.microsoft.MatMulIntegerToFloat", Product(
            "#weight #weight ?scale ?scale ?zero_point ?zero_point bias", type: ElementType.Single)),
        ("com.microsoft.DynamicQuantizeMatMul", Product("x #weight ?scale ?zero_point bias")),
        ("Gemm", Gemm("x weight bias")),
        ("com.microsoft.QGemm", Gemm(
            "x ?scale ?zero_point #weight ?scale ?zero_point #bias ?scale ?zero_point", second: 3, bias: 6)),
        ("com.microsoft.MatMulInteger16", Product("#weight #weight", type: ElementType.Int32)),
        ("com.microsoft.MatMulNBits", Run(InferNarrow, LowerNarrow, "x #weight ?scale ?zero_point - bias")),
        ("com.microsoft.MatMulBnb4", Run(InferNarrow, LowerNarrow, "x #weight ?scale")),
        ("com.microsoft.MatMulBlockQuantizedFp8Weight", Run(
            InferNarrow, LowerNarrow, "x #weight ?scale ?scale bias")),
        ("com.microsoft.MatMulBlockQuantizedFp4Weight", Run(
            InferNarrow, LowerNarrow, "x #weight ?scale ?scale ?scale bias")),
        ("com.microsoft.MatMulFpQ4", Run(InferNarrow, LowerNarrow, "x #weight -")),
        ("Einsum", new(InferEinsum, LowerEinsum) { AlwaysRuns = true, ReadsStored = true }),
    ];

    private static Operator Run(System.Action<Call> infer, System.Func<Call, Layer> lower, string slots) =>
        new(infer, lower, slots) { AlwaysRuns = true };

    private static Operator Product(string slots, int second = 1, ElementType? type = null) => Run(
        call => InferProduct(call, second, type), call => LowerProduct(call, second), slots);

    private static (long[] A, long[] B) Factors(Call call, int second) => (
        Turned(call.Sizes(0, least: 1), Turns(call, "transA"), Turns(call, "transBatchA")),
        Turned(call.Sizes(second, least: 1), Turns(call, "transB"), Turns(call, "transBatchB")));

    // The last two axes are exchanged, the first is put before the last, or both, that first.
    private static long[] Turned(long[] sizes, bool isTurned, bool isBatchTurned)
    {
        if (sizes.Length < 2)
        {
            return sizes;
        }

        List<long> turned = [.. sizes];
        if (isBatchTurned)
        {
            turned.Insert(sizes.Length - 1, sizes[0]);
            turned.RemoveAt(0);
        }

        if (isTurned)
        {
            turned.Reverse(sizes.Length - 2, 2);
        }

        return [.. turned];
    }

    // numpy's rule: a vector on the left is a row, on the right a column, and its axis is gone from the product.
    private static void InferProduct(Call call, int second, ElementType? type)
    {
        (long[] a, long[] b) = Factors(call, second);
        long[] rows = a.Length == 1 ? [1, a[0]] : a;
        long[] columns = b.Length == 1 ? [b[0], 1] : b;
        if (rows[rows.Length - 1] != columns[columns.Length - 2])
        {
            throw Call.Mismatch($"{Dims.Text(a)} and {Dims.Text(b)} cannot be multiplied");
        }

        long[] batch = Dims.Broadcast(
            [.. rows.Take(rows.Length - 2)], [.. columns.Take(columns.Length - 2)]);
        call.Output(
            [
                .. batch,
                .. a.Length == 1 ? Enumerable.Empty<long>() : [rows[rows.Length - 2]],
                .. b.Length == 1 ? Enumerable.Empty<long>() : [columns[columns.Length - 1]],
            ],
            type ?? call.Input(0).Type);
    }

    private static Layer LowerProduct(Call call, int second)
    {
        (long[] a, long[] b) = Factors(call, second);
        bool isStored = call.Input(second).IsConstant && !call.Input(0).IsConstant;
        if (isStored && b.Length == 2 && a.Length > 1 && b[1] > 0)
        {
            return Linear(b[1], hasBias: false);
        }

        return a.Length > 1 && b.Length > 1 && !isStored && !call.Input(0).IsConstant
            ? Build.Kind("matmul", ("transpose_a", Turns(call, "transA")), ("transpose_b", Turns(call, "transB")))
            : Stated(call, a[a.Length - 1]);
    }

    private static bool Turns(Call call, string factor) => call.Whole(factor, 0) != 0;

    private static Layer Linear(long features, bool hasBias) =>
        Build.Kind("linear", ("out", features), ("bias", hasBias));

    private static Layer Stated(Call call, long terms, bool hasBias = false) => StatedKind.Layer(
        "matmul",
        Contraction.Of(ContractionForm.MatMul, new TensorShape(call.Outputs[0].Sizes!), terms, hasBias));

    private static Operator Gemm(string slots, int second = 1, int bias = 2) => Run(
        call => InferGemm(call, second), call => LowerGemm(call, second, bias), slots);

    private static void InferGemm(Call call, int second)
    {
        (long[] a, long[] b) = Factors(call, second);
        if (a.Length != 2 || b.Length != 2 || a[1] != b[0])
        {
            throw Call.Mismatch($"{Dims.Text(a)} and {Dims.Text(b)} cannot be multiplied");
        }

        call.Output([a[0], b[1]]);
    }

    private static Layer LowerGemm(Call call, int second, int bias)
    {
        (long[] a, long[] b) = Factors(call, second);
        bool isStored = call.Input(second).IsConstant && !Turns(call, "transA") && b[1] > 0;
        bool hasBias = call.Has(bias) && call.Real("beta", 1) != 0;
        return isStored ? Linear(b[1], hasBias) : Stated(call, a[1], hasBias);
    }

    // The weight is packed: several of its N x K numbers lie in a byte.
    private static void InferNarrow(Call call)
    {
        long[] input = call.Sizes(0, least: 1);
        (long features, long terms) = NarrowSizes(call);
        if (input[input.Length - 1] != terms || features < 1)
        {
            throw Call.Mismatch($"{Dims.Text(input)} comes in, but the weight is {features}x{terms}");
        }

        foreach (Stored stored in call.Input(1).Stored)
        {
            stored.Unpack(features * terms, call.Whole("bits", 4));
        }

        call.Output(Dims.With(input, input.Length - 1, features));
    }

    // Attributes N and K, input 2 with the sizes K x N, or the sizes of the weight; where it is not turned, what comes
    // in has N features.
    private static (long Features, long Terms) NarrowSizes(Call call) => call.Node.Operator switch
    {
        "MatMulFpQ4" => call.Wholes(2) is { Length: 2 } sizes
            ? (sizes[1], sizes[0])
            : throw Call.Mismatch("the sizes of the weight are two numbers"),
        "MatMulBlockQuantizedFp8Weight" => (call.Sizes(1, least: 2)[0], call.Sizes(1)[1]),
        "MatMulBlockQuantizedFp4Weight" => (call.Sizes(1, least: 2)[0], 2 * call.Sizes(1)[1]),
        _ => call.Whole("transB", 1) == 0 ? (call.Whole("K"), call.Whole("N")) : (call.Whole("N"), call.Whole("K")),
    };

    private static Layer LowerNarrow(Call call) => Linear(
        NarrowSizes(call).Features,
        hasBias: call.Has(call.Node.Operator == "MatMulBlockQuantizedFp8Weight" ? 4 : 5));

    private static void InferEinsum(Call call)
    {
        call.Output(Build.Infer(LowerEinsum(call), call.Inputs.Select((_, i) => call.Sizes(i))));
    }

    private static Layer LowerEinsum(Call call) =>
        Build.Kind("einsum", ("equation", call.Text("equation", string.Empty)));
}
