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
        Rule("attention", "2 * macs", l => 2 * l.Macs);
        Inside("add multiply", "elements", l => l.Elements);
        Rule("localresponsenorm", "3 * elements", l => 3 * l.Elements);
        Rule("softsign", "elements", l => l.Elements);
        Rule("rnn", "2 * macs", l => 2 * l.Macs);
        Rule("gru", "2 * macs + 1 per state", l => (2 * l.Macs) + Recurrence.States(l));
        Rule("lstm", "2 * macs + 3 per state", l => (2 * l.Macs) + (3 * Recurrence.States(l)));
    }

    public override string Source => "pytorch/pytorch, torch/csrc/profiler/util.cpp: computeFlops";

    public override IReadOnlyList<string> Quirks { get; } =
    [
        "convolutions in 1-D and 3-D, and transposed ones, have no formula: 0",
        "add and mul count the elements of their first operand, however they are broadcast",
        "operations in place, such as most gates of recurrent layers, have other names and are not seen",
        "biases are not counted",
    ];

    private static Amount Joined(LayerFacts layer) =>
        layer.Operands.Value > 2 ? layer.Inputs + ((layer.Operands - 2) * layer.Outputs) : layer.Inputs;
}
