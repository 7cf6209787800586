using System.Collections.Generic;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What torch's profiler prints with with_flops.</summary>
internal sealed class TorchProfilerConvention : TableConvention
{
    public TorchProfilerConvention()
        : base(
            "torch-profiler",
            "What torch.profiler prints with_flops: two FLOPs per multiply-accumulate in 2-D, and sums and products.",
            Figures.Flops,
            "FLOPs, two per multiply-accumulate")
    {
        Rule("conv", "2 * macs, in 2-D", l => l.SpatialAxes == 2 ? 2 * l.Macs : null);
        Rule("linear matmul", "2 * macs", l => 2 * l.Macs);
        Rule("add multiply", "inputs, + outputs for every operand after the second", l => Joined(l));
        Rule("einsum", "2 * macs of matrix products, + inputs of products per element", Summed);
        Rule("bilinear", "2 * outputs * (products of both inputs + second input) + bias", Bilinear);
        Rule("glu", "not seen", _ => null);
        Rule("rrelu", "1", l => l.Of(1, "mean of the slopes"));
        Rule(
            "attention",
            "2 * macs; + products and sums of scores, but in torch's module, which does them in place or in a product",
            l => Attentions.IsTorchModule(l) ? 2 * l.Macs : (2 * l.Macs) + l.Multiplied + l.ElementsOf("attention mask"),
            unseen: IsNoProduct);
        Inside("add multiply", "elements", l => l.Elements);
        Rule("localresponsenorm", "3 * elements", l => 3 * l.Elements);
        Rule("softsign", "elements", l => l.Elements);
        Rule("rnn", "2 * macs", l => 2 * l.Macs, unseen: IsNoProduct);
        Rule("gru", "2 * macs + 1 per state", l => (2 * l.Macs) + Recurrence.States(l), unseen: IsNoProduct);
        Rule("lstm", "2 * macs + 3 per state", l => (2 * l.Macs) + (3 * Recurrence.States(l)), unseen: IsNoProduct);
    }

    public override string Source => "pytorch/pytorch, torch/csrc/profiler/util.cpp: computeFlops";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "convolutions in 1-D and 3-D, and transposed ones, have no formula: 0",
        "add and mul count the elements of their first operand, however they are broadcast",
        "operations in place, such as most gates of recurrent layers, have other names and are not seen",
        "biases are not counted, but for that of bilinear, which is a sum",
        "bilinear takes one output feature after the other: the second input is multiplied for each",
        "padding='same' as a word is not understood: 0; here it is the padding it stands for",
    ];

    private static Amount? Summed(LayerFacts layer)
    {
        (long macs, long multiplied) = Summation.Of(layer).InTorch();
        return macs + multiplied > 0 ? (2 * layer.Of(macs, "mul")) + layer.Of(multiplied, "products") : null;
    }

    private static Amount? Bilinear(LayerFacts layer)
    {
        Amount second = layer.Of(layer.Call.Inputs[1][-1], "in");
        return (2 * layer.Outputs * ((layer.Of(layer.Call.Input[-1], "in") * second) + second)) + layer.Bias;
    }

    private static Amount Joined(LayerFacts layer) =>
        layer.Operands.Value > 2 ? layer.Inputs + ((layer.Operands - 2) * layer.Outputs) : layer.Inputs;
}
