using System;
using System.Collections.Generic;
using FlopsPS.Numbers;
using FlopsPS.Tensors;

namespace FlopsPS.Conventions;

/// <summary>What ptflops prints with its backend aten, the default since version 0.7.</summary>
internal sealed class PtflopsAtenConvention : TableConvention
{
    public PtflopsAtenConvention()
        : base(
            "ptflops-aten",
            "What ptflops prints with its default backend: multiply-accumulates, and the biases.",
            Figures.Macs,
            "multiply-accumulates (MACs)")
    {
        Rule("conv convtranspose", "macs + bias", l => l.Macs + l.Bias);
        Rule("linear", "macs + bias, the bias on inputs of 2 or 3 axes", l => IsFused(l) ? l.Macs + l.Bias : l.Macs);
        Rule("matmul", "macs", l => l.Macs);
        Rule("einsum", "macs where an index is summed that two operands have", Summation.MacsInTorch);
        Rule("bilinear", "not seen", _ => null);
        Rule(
            "windowattention",
            "macs + bias; not that of the network that computes position biases",
            l => l.Macs + l.Bias - l.BiasOf("position bias"),
            unseen: IsNoProduct);
        Rule(
            "attention",
            "macs + bias; that of an input projection only where batch or tokens of its input are 1",
            Attended,
            unseen: IsNoProduct);
        Rule("lstm", "macs + both biases of the 4 gates", l => Recurrent(l, gates: 4), unseen: IsNoProduct);
        Rule("gru", "macs + both biases of the 3 gates", l => Recurrent(l, gates: 3), unseen: IsNoProduct);
        Rule("rnn", "macs + both biases", l => Recurrent(l, gates: 1), unseen: IsNoProduct);
    }

    public override string Source => "sovrasov/flops-counter.pytorch, ptflops/aten_ops.py: ATEN_OPS_MAPPING";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "everything but matrix products and convolutions is a zero-op",
        "torch adds a bias in the matrix product, where it is seen, only if the input is contiguous with 2 or 3 axes",
        "so a linear layer on 4 axes loses its bias, attention and the first recurrent layer that of their inputs",
        "a causal mask halves nothing; torch 1.13 adds it in the scores (baddbmm, not seen), here it does not",
        "an einsum is the products torch makes of it: sums and products per element are not seen, nor is bilinear",
        "an input counts as contiguous unless the layer itself transposes it: what lies in memory how is not known",
    ];

    private static bool IsFused(LayerFacts layer) => layer.Call.Input.Rank <= 3;

    // torch exchanges batch and tokens of attention and recurrent layers; that moves nothing where one of them is 1.
    private static bool IsContiguous(TensorShape input) => input[0] == 1 || input[1] == 1;

    private static Amount? Attended(LayerFacts layer)
    {
        IReadOnlyList<TensorShape> inputs = layer.Call.Inputs;
        return layer.Macs
            + Bias("query projection", inputs[0])
            + Bias("key projection", inputs[Math.Min(1, inputs.Count - 1)])
            + Bias("value projection", inputs[inputs.Count - 1])
            + Bias("input projection", inputs[0])
            + layer.BiasOf("output projection");

        // An attention that a file states has inputs of other ranks, and one projection for all.
        Amount Bias(string projection, TensorShape input) =>
            layer.BiasOf(projection) is { Value: > 0 } bias && IsContiguous(input) ? bias : layer.Zero;
    }

    private static Amount Recurrent(LayerFacts layer, int gates)
    {
        Amount states = Recurrence.States(layer);
        Amount inputs = IsContiguous(layer.Call.Input) ? states : Recurrence.LaterStates(layer);
        return layer.Macs + (gates * Recurrence.HasBias(layer) * (states + inputs));
    }
}
