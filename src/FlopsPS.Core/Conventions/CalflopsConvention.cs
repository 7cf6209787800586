using System.Collections.Generic;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What calflops prints for the forward pass.</summary>
internal sealed class CalflopsConvention : DeepSpeedTable
{
    public CalflopsConvention()
        : base("calflops", "What calflops prints: as DeepSpeed's profiler, without the products inside attention.")
    {
        Rule(
            "upsample",
            "inputs; the product of the sizes where they are given",
            l => l.Value("scale") is null ? Resizing.GivenSize(l) : l.Inputs);
        Rule(
            "windowattention",
            "FLOPs 2 * macs + softmax; MACs macs; version 2 without the scores",
            l => (2 * SeenMacs(l)) + l.SoftmaxElements,
            l => SeenMacs(l));
        Inside("matmul", "not defined", _ => null);
    }

    public override string Source => "MrYxJ/calculate-flops.pytorch, calflops/pytorch_ops.py: _*_flops_compute";

    public override IReadOnlyList<string> Quirks =>
    [
        .. base.Quirks,
        "bmm, mm and the operator @ are not seen, so attention is its projections and its softmax",
        "an interpolation computes the scaled size and does not use it",
    ];

    // Version 2 writes the product of queries and keys as @.
    private static Amount SeenMacs(LayerFacts layer) =>
        layer.Number("version") is 2 ? layer.Macs - layer.MacsOf("attention scores") : layer.Macs;
}
