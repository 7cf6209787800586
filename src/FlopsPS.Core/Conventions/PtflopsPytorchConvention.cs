using System.Collections.Generic;
using FlopsPS.Numbers;

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
        Rule("relu6 leakyrelu silu softmax", "elements", l => l.Elements);
        Rule(
            "maxpool avgpool adaptivemaxpool adaptiveavgpool globalmaxpool globalavgpool",
            "2 * inputs",
            l => 2 * l.Elements);
        Rule("upsample", "outputs + inputs * scale", l => l.Outputs + Resizing.ScaledInputs(l));
        Rule(
            "localresponsenorm",
            "3 * elements + elements with size - 1 channels of padding",
            LocalResponses.StepsOfTorch);
        Rule("matmul", "inputs * features", l => l.Inputs * l.Features);
        Rule(
            "attention",
            "linear_macs + 2 * matmul_macs + 2 * softmax + 2 * outputs + biases of the input projections",
            l => l.LinearMacs + (2 * l.MatMulMacs) + (2 * l.SoftmaxElements) + (2 * l.Outputs) + InputBias(l));
        Rule("windowattention", "matmul_macs + softmax", l => l.MatMulMacs + l.SoftmaxElements);
        Rule("rnn", "products of the gate + (1 + 2 * bias) per state", l => Recurrent(l, gates: 1, perState: 1));
        Rule("gru", "products of 3 gates + (7 + 6 * bias) per state", l => Recurrent(l, gates: 3, perState: 7));
        Rule("lstm", "products of 4 gates + (10 + 8 * bias) per state", l => Recurrent(l, gates: 4, perState: 10));
    }

    public override string Source =>
        "sovrasov/flops-counter.pytorch, ptflops/pytorch_ops.py: MODULES_MAPPING and the two mappings of functions";

    public override IReadOnlyList<string> Quirks { get; } =
    [
        "relu, prelu, elu, gelu, every pool and upsample are counted twice: as a module and as the function it calls",
        "the products and the softmax of attention are counted twice for the same reason",
        "attention called with keywords, as in torchvision's ViT, makes the tool fail; here it is counted",
        "the output projection of attention counts a bias even if there is none",
        "layernorm counts as if it had no weights",
        "add and multiply stand for the operators + and *, which the tool does not see",
        "window attention calls functions: its projections are not seen",
        "the tool divides what modules cost by the batch; here the batch multiplies as everywhere",
    ];

    protected override bool LooksInside => false;

    private static Amount InputBias(LayerFacts layer) => layer.Bias - layer.BiasOf("output projection");

    private static Amount Recurrent(LayerFacts layer, int gates, int perState) =>
        Recurrence.GateProducts(layer, gates, knowsProjection: true)
        + (Recurrence.States(layer) * (perState + (2 * gates * Recurrence.HasBias(layer))));
}
