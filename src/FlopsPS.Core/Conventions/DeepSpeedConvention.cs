using System.Collections.Generic;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What DeepSpeed's flops profiler prints for the forward pass.</summary>
internal sealed class DeepSpeedConvention : DeepSpeedTable
{
    public DeepSpeedConvention()
        : base("deepspeed", "What DeepSpeed's profiler prints: MACs, and FLOPs that include operations per element.")
    {
        Rule("upsample", "inputs * scale^batch; the product of the sizes where they are given", Resized);
        Inside("matmul", "FLOPs 2 * macs; MACs macs", l => 2 * l.Macs, l => l.Macs);
    }

    public override string Source =>
        "deepspeedai/DeepSpeed, deepspeed/profiling/flops_profiler/profiler.py: _*_flops_compute";

    protected override IReadOnlyList<string> QuirkLines =>
    [
        .. base.QuirkLines,
        "an interpolation multiplies by the scale as often as the batch is large (corrected in 2025)",
        "a scale per axis makes the tool fail unless the batch is as large as there are axes",
    ];

    // The tool raises the scale to the length of the tensor, which is its batch.
    private static Amount? Resized(LayerFacts layer) => layer.Value("scale") is IReadOnlyList<Rational> scale
        ? Resizing.ScaledByBatch(layer, scale)
        : Resizing.GivenSize(layer);
}
