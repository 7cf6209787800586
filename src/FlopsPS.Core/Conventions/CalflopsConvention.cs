using System.Collections.Generic;
using FlopsPS.Numbers;
using FlopsPS.Operations;

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
            l => l.Value("scale") is null ? Resizing.GivenSize(l) : Resizing.IsConfused(l) ? null : l.Inputs);
        Rule(
            "windowattention",
            "FLOPs 2 * macs + softmax + relu; MACs macs; version 2 without the scores",
            Windowed,
            l => SeenMacs(l),
            unseen: IsUnseen);
        Inside("matmul", "not defined", _ => null);
    }

    public override string Source => "MrYxJ/calculate-flops.pytorch, calflops/pytorch_ops.py: _*_flops_compute";

    protected override IReadOnlyList<string> QuirkLines =>
    [
        .. base.QuirkLines,
        "bmm, mm and the operator @ are not seen, so attention is its projections and its softmax",
        "an interpolation computes the scaled size and does not use it",
        "a scale per axis makes the tool fail unless the batch is as large as there are axes",
    ];

    private static Amount? Windowed(LayerFacts layer)
    {
        Amount seen = (2 * SeenMacs(layer)) + layer.SoftmaxElements;
        return PositionNetwork.IsIn(layer) ? seen + PositionNetwork.Elements(layer) : seen;
    }

    private static bool IsUnseen(Operation operation, LayerFacts layer) => operation switch
    {
        Contraction { Name: "attention scores" } => layer.Number("version") is 2,
        Contraction or Softmax => false,
        _ => !PositionNetwork.Includes(operation),
    };

    // Version 2 writes the product of queries and keys as @.
    private static Amount SeenMacs(LayerFacts layer) =>
        layer.Number("version") is 2 ? layer.Macs - layer.MacsOf("attention scores") : layer.Macs;
}
