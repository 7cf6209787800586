using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using FlopsPS.Tensors;
using static FlopsPS.Operations.ElementwiseFunction;

namespace FlopsPS.Onnx.Operators;

/// <summary>Layers that carry a state from token to token instead of looking at all tokens before.</summary>
internal sealed class LinearAttentionOperators : IOperatorFamily
{
    public IEnumerable<(string Name, Operator Operator)> Operators =>
    [
        .. new[] { string.Empty, "com.microsoft." }.SelectMany(domain => new[]
        {
            (domain + "LinearAttention", new Operator(InferAttention, LowerAttention, "x x x - x x")
            {
                AlwaysRuns = true,
            }),
            (domain + "CausalConvWithState", new Operator(InferConvolution, LowerConvolution, "x weight bias -")
            {
                AlwaysRuns = true,
            }),
        }),
    ];

    // Inputs: query, key, value [N, tokens, heads*size], state [N, heads, size, size of a value], decay, beta.
    private static void InferAttention(Call call)
    {
        Heads heads = Heads.OfTokens(call);
        call.Output([heads.Batch, heads.Queries, Readers(heads) * heads.ValueSize]);
        call.Output(
            Windowed(call, [heads.Batch, heads.KeyCount, heads.Size, heads.ValueSize]),
            (call.Find(3) ?? call.Input(0)).Type);
    }

    // A state that fewer heads of queries share is read for each head of keys.
    private static long Readers(Heads heads) => Math.Max(heads.Count, heads.KeyCount);

    // ONNX Runtime may keep the states of several tokens.
    private static long[] Windowed(Call call, long[] state) =>
        call.Whole("state_window", 0) is > 0 and var window ? [window, .. state] : state;

    // Each token is written to the state of each head of keys, and read from it by each head of queries. The delta rule
    // writes what the value differs by from what the state holds under the key.
    private static Layer LowerAttention(Call call)
    {
        Heads heads = Heads.OfTokens(call);
        string rule = call.Text("update_rule", "gated_delta");
        long tokens = heads.Batch * heads.Queries;
        long writes = tokens * heads.KeyCount;
        long states = writes * heads.Size * heads.ValueSize;
        var operations = new List<Operation>();
        if (rule is "gated" or "gated_delta")
        {
            operations.Add(new Elementwise(Exp, call.Has(4) ? Dims.Product(call.Sizes(4)) : 0));
            operations.Add(new Elementwise(Multiply, states, operands: 2, "decay"));
        }

        if (rule is "delta" or "gated_delta")
        {
            operations.Add(Product([writes, heads.ValueSize], heads.Size, "state x key"));
            operations.Add(new Elementwise(Subtract, writes * heads.ValueSize, operands: 2));
            operations.Add(new Elementwise(Multiply, writes * heads.ValueSize, operands: 2));
        }

        long reads = tokens * Readers(heads);
        operations.Add(Product([writes, heads.Size, heads.ValueSize], 1, "key x value"));
        operations.Add(new Elementwise(Add, states, operands: 2));
        operations.Add(Product([reads, heads.ValueSize], heads.Size, "query x state"));
        operations.Add(new Elementwise(Multiply, reads * heads.ValueSize, name: "scale"));
        return StatedKind.Layer("linearattention", operations);
    }

    private static Contraction Product(long[] output, long terms, string name) =>
        Contraction.Of(ContractionForm.MatMul, new TensorShape(output), terms, hasBias: false, name);

    // Inputs: x [N, channels, length], or its channels last; weight [channels, 1, taps]; bias; the places before.
    private static void InferConvolution(Call call)
    {
        long[] input = call.Sizes(0, least: 3);
        long[] kernel = call.Sizes(1, least: 3);
        bool isLast = call.Whole("channels_last", 0) == 1;
        long channels = isLast ? input[input.Length - 1] : input[1];
        call.Output(kernel[0] == channels && kernel[1] == 1
            ? input
            : throw Call.Mismatch($"a weight of {Dims.Text(kernel)} does not fit {Dims.Text(input)}"));
        long places = (kernel[kernel.Length - 1] - 1) * call.Whole("dilation", 1);
        call.Output(Windowed(call, Dims.With(input, isLast ? 1 : input.Length - 1, places)));
    }

    private static Layer LowerConvolution(Call call)
    {
        long[] input = call.Sizes(0);
        var sums = Contraction.Of(
            ContractionForm.Convolution,
            new TensorShape(input),
            Dims.Product(call.Sizes(1).Skip(2)),
            hasBias: call.Has(2));
        return call.Text("activation", "none") == "none"
            ? StatedKind.Layer("causalconv", sums)
            : StatedKind.Layer("causalconv", sums, new Elementwise(Silu, Dims.Product(input)));
    }
}
