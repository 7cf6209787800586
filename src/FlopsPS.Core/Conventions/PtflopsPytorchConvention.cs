using System;
using System.Collections.Generic;
using FlopsPS.Numbers;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Conventions;

/// <summary>What ptflops prints with its backend pytorch.</summary>
internal sealed class PtflopsPytorchConvention : TableConvention
{
    public PtflopsPytorchConvention()
        : base(
            "ptflops-pytorch",
            "What ptflops prints with its older backend: multiply-accumulates, biases, and operations per element.",
            Figures.Macs,
            "multiply-accumulates (MACs)")
    {
        Rule("conv convtranspose linear", "macs + bias", l => l.Macs + l.Bias);
        Rule("batchnorm instancenorm groupnorm", "elements * (1 + affine)", l => l.Elements * (1 + l.Affine));
        Rule("layernorm", "elements", l => l.Elements);
        Rule("relu prelu elu gelu", "2 * elements", l => 2 * l.Elements);
        Rule("relu6 leakyrelu silu softmax softmax2d", "elements", l => l.Elements);
        Rule(
            "maxpool avgpool adaptivemaxpool adaptiveavgpool globalmaxpool globalavgpool",
            "2 * inputs",
            l => 2 * l.Elements);
        Rule("upsample", "outputs of one sample + inputs * scale", Resized);
        Rule(
            "localresponsenorm",
            "3 * elements + elements with size - 1 channels of padding",
            LocalResponses.StepsOfTorch);
        Rule("matmul", "inputs * features", l => l.Inputs * l.Features);
        Rule(
            "attention",
            "linear_macs + 2 * matmul_macs + 2 * softmax + 2 * outputs + biases of the input projections; keys and "
            + "values of other features: their features in place of those of the queries",
            Attended);
        Rule(
            "windowattention",
            "matmul_macs + softmax; version 2: without the scores, + the network that computes position biases",
            Windowed,
            unseen: operation => operation is not Softmax and not Contraction { Form: ContractionForm.MatMul }
                && !PositionNetwork.Includes(operation));
        Rule("rnn", "products of the gate + (1 + 2 * bias) per state", l => Recurrent(l, gates: 1, perState: 1));
        Rule("gru", "products of 3 gates + (7 + 6 * bias) per state", l => Recurrent(l, gates: 3, perState: 7));
        Rule("lstm", "products of 4 gates + (10 + 8 * bias) per state", l => Recurrent(l, gates: 4, perState: 10));
    }

    public override string Source =>
        "sovrasov/flops-counter.pytorch, ptflops/pytorch_ops.py: MODULES_MAPPING and the two mappings of functions";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "relu, prelu, elu, gelu, every pool and upsample are counted twice: as a module and as the function it calls",
        "the products and the softmax of attention are counted twice for the same reason",
        "attention called with keywords, as in torchvision's ViT, makes the tool fail; here it is counted",
        "the output projection of attention counts a bias even if there is none",
        "projections of keys and values are taken for square, the output projection for as wide as the values",
        "one of two countings of upsample takes a single sample of the batch",
        "a causal mask halves nothing; that torch 1.13 adds it inside the scores (baddbmm), is left out",
        "layernorm counts as if it had no weights",
        "add and multiply stand for the operators + and *, which the tool does not see",
        "window attention calls functions: its projections are not seen, nor the scores of version 2, an operator @",
        "the tool divides what modules cost by the batch; here the batch multiplies as everywhere",
    ];

    protected override bool LooksInside => false;

    private static Amount? Resized(LayerFacts layer)
    {
        Amount sample = layer.Of(layer.Call.Output.Product(1, layer.Call.Output.Rank), "outputs");
        return sample + Resizing.ScaledInputs(layer, others: sample);
    }

    // The hook of the module, then the functions it calls.
    private static Amount? Attended(LayerFacts layer)
    {
        // What a file states has no module, only the functions.
        if (layer.Number("heads") is not { } heads)
        {
            return layer.Macs + layer.SoftmaxElements;
        }

        IReadOnlyList<TensorShape> inputs = layer.Call.Inputs;
        TensorShape value = inputs[inputs.Count - 1];
        bool isWide = value[-1] == inputs[0][-1];
        Amount width = layer.Of(value[-1], "features");
        Amount values = isWide
            ? layer.MacsOf("attention values")
            : layer.SoftmaxElements * layer.Of(value[-1] / heads, "features");
        Amount output = isWide
            ? layer.MacsOf("output projection") + layer.Outputs
            : layer.Of(inputs[0].Product(0, inputs[0].Rank - 1), "vectors") * width * (width + layer.Of(1, "bias"));
        return layer.Outputs
            + layer.MacsOf("query projection")
            + Projected(layer, inputs[Math.Min(1, inputs.Count - 1)], "key projection")
            + Projected(layer, value, "value projection")
            + InputBias(layer)
            + layer.MacsOf("attention scores") + layer.SoftmaxElements + values
            + output
            + layer.MatMulMacs + layer.SoftmaxElements;
    }

    private static Amount Projected(LayerFacts layer, TensorShape input, string projection)
    {
        Amount width = layer.Of(input[-1], "features");
        return input[-1] == layer.Call.Input[-1]
            ? layer.MacsOf(projection)
            : layer.Of(input.Product(0, input.Rank - 1), "vectors") * width * width;
    }

    private static Amount? Windowed(LayerFacts layer)
    {
        Amount seen = layer.MatMulMacs + layer.SoftmaxElements;
        if (layer.Number("version") is 2)
        {
            seen = layer.MacsOf("attention values") + layer.SoftmaxElements;
        }

        return PositionNetwork.IsIn(layer)
            ? seen + PositionNetwork.Macs(layer) + PositionNetwork.Bias(layer) + (2 * PositionNetwork.Elements(layer))
            : seen;
    }

    private static Amount InputBias(LayerFacts layer) => layer.Bias - layer.BiasOf("output projection");

    private static Amount Recurrent(LayerFacts layer, int gates, int perState) =>
        Recurrence.GateProducts(layer, gates, knowsProjection: true)
        + (Recurrence.States(layer) * (perState + (2 * gates * Recurrence.HasBias(layer))));
}
