using System.Collections.Generic;

namespace FlopsPS.Conventions;

/// <summary>What torch's FlopCounterMode prints for the forward pass.</summary>
internal sealed class TorchConvention : TableConvention
{
    public TorchConvention()
        : base(
            "torch",
            "What torch's FlopCounterMode prints: two FLOPs per multiply-accumulate, and nothing else.",
            Figures.Flops,
            "FLOPs, two per multiply-accumulate")
    {
        Rule("conv convtranspose linear matmul", "2 * macs", l => 2 * l.Macs);
        Rule(
            "einsum",
            "2 * macs where an index is summed that two operands have",
            l => 2 * Summation.MacsInTorch(l));
        Rule("bilinear", "not seen", _ => null);
    }

    public override string Source => "pytorch/pytorch, torch/utils/flop_counter.py: flop_registry";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "biases and everything per element are not seen, and nothing says so",
        "an einsum is the products torch makes of it: sums and products per element are not seen, nor is bilinear",
        "attention counts both its products in full: a causal mask halves nothing",
    ];
}
