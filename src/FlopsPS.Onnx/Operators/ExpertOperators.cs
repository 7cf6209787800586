using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using FlopsPS.Tensors;
using static FlopsPS.Operations.ElementwiseFunction;

namespace FlopsPS.Onnx.Operators;

/// <summary>Mixtures of experts: each token runs through the k of all experts that a router chose for it, and their
/// results are summed, weighted.</summary>
internal sealed class ExpertOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        ("com.microsoft.MoE", new(Infer, call => Lower(call, 2, 4, 6), "x x weight bias weight bias weight bias")
        {
            AlwaysRuns = true,
        }),
        ("com.microsoft.QMoE", new(
            InferPacked,
            call => Lower(call, 2, 5, 8),
            "x x #weight ?scale bias #weight ?scale bias #weight ?scale bias "
            + "?zero_point ?zero_point ?zero_point x ?scale*")
        {
            AlwaysRuns = true,
        }),
    ];

    // A gate is a second product beside the first; it is in the same weight when it is fused.
    private static bool IsGated(Call call) => call.Text("activation_type", "relu") == "swiglu";

    private static ElementwiseFunction? Activation(Call call) => call.Text("activation_type", "relu") switch
    {
        "gelu" => Gelu,
        "silu" or "swiglu" => Silu,
        "identity" => null,
        _ => Relu,
    };

    // Inputs: tokens, [tokens, experts] of the router, then for each product weight [experts, out, in] and bias.
    private static void Infer(Call call)
    {
        long experts = call.Sizes(1, least: 2)[1];
        long chosen = call.Whole("k", 1);
        call.Output(chosen > 0 && chosen <= experts
            ? call.Sizes(0, least: 2)
            : throw Call.Mismatch($"{chosen} of {experts} experts cannot be chosen"));
    }

    // Several numbers of a weight lie in a byte.
    private static void InferPacked(Call call)
    {
        Infer(call);
        foreach (int index in new[] { 2, 5, 8 }.Where(call.Has))
        {
            foreach (Stored stored in call.Input(index).Stored)
            {
                stored.Unpack(Dims.Product(call.Sizes(index)) * Pack(call, index), 8 / Pack(call, index));
            }
        }
    }

    private static long Pack(Call call, int index) =>
        call.Node.Operator == "QMoE" && call.Input(index).Type == ElementType.UInt8
        && call.Whole("expert_weight_bits", 4) is 2 or 4
            ? 8 / call.Whole("expert_weight_bits", 4)
            : 1;

    // The weight of the first product is [experts, out, in]; [experts, in, out] in older versions.
    private static long Width(Call call, int weight, long hidden)
    {
        long[] sizes = call.Sizes(weight, least: 3);
        long pack = Pack(call, weight);
        return sizes[2] * pack == hidden ? sizes[1]
            : sizes[1] == hidden ? sizes[2] * pack
            : throw Call.Mismatch($"weights of {Dims.Text(sizes)} do not fit tokens of {hidden} features");
    }

    private static Layer Lower(Call call, int first, int second, int gate)
    {
        long[] input = call.Sizes(0);
        long hidden = input[input.Length - 1];
        long experts = call.Sizes(1)[1];
        long chosen = call.Whole("k", 1);
        long rows = Dims.Product(input.Take(input.Length - 1)) * chosen;
        long width = Width(call, first, hidden);
        bool isFused = IsGated(call) && !call.Has(gate);
        long inner = isFused ? width / 2 : width;
        string place = $"of {chosen} of {experts} experts";
        Contraction Product(long outputs, long terms, int weight, string name) => Contraction.Of(
            ContractionForm.Linear,
            new TensorShape([rows, outputs]),
            terms,
            call.Has(call.Node.Operator == "QMoE" ? weight + 2 : weight + 1),
            $"{name} {place}");
        List<Operation> operations =
        [
            new Softmax(Dims.Product(input.Take(input.Length - 1)), experts),
            Product(width, hidden, first, isFused ? "gate and input product" : "input product"),
        ];
        if (call.Has(gate))
        {
            operations.Add(Product(inner, hidden, gate, "gate product"));
        }

        if (Activation(call) is { } function)
        {
            operations.Add(new Elementwise(function, rows * inner));
        }

        if (isFused || call.Has(gate))
        {
            operations.Add(new Elementwise(Multiply, rows * inner, operands: 2));
        }

        operations.Add(Product(hidden, inner, second, "output product"));
        operations.Add(new Elementwise(Multiply, rows * hidden, operands: 2, "routing weights"));
        operations.Add(new Reduction(rows * hidden, Dims.Product(input)));
        return StatedKind.Layer("moe", [.. operations]);
    }
}
