using System;
using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Numbers;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Conventions;

/// <summary>What the profilers that patch torch's functions have in common: DeepSpeed's, and calflops, its copy.
/// </summary>
internal abstract class DeepSpeedTable : TableConvention
{
    protected DeepSpeedTable(string name, string summary)
        : base(name, summary, Figures.MacsAndFlops, "FLOPs, and multiply-accumulates (MACs)")
    {
        Rule("linear", "FLOPs 2 * macs; MACs macs", l => 2 * l.Macs, l => l.Macs);
        Rule("conv", "FLOPs 2 * macs + bias; MACs macs", l => (2 * ConvMacs(l)) + ConvBias(l), l => ConvMacs(l));
        Rule(
            "convtranspose",
            "FLOPs 2 * MACs + bias of a convolution; MACs inputs * kernel * channels / groups^2",
            l => (2 * SpreadMacs(l)) + SpreadBias(l),
            l => SpreadMacs(l));
        Rule(
            "matmul",
            "FLOPs 2 * MACs; MACs inputs * features",
            l => 2 * l.Inputs * l.Features,
            l => l.Inputs * l.Features);
        Rule(
            "batchnorm",
            "elements * (1 + affine); without stored statistics elements * (4 + affine)",
            l => l.Elements * ((l.IsStored ? 1 : 4) + l.Affine));
        Rule("layernorm groupnorm instancenorm", "elements * (4 + affine)", l => l.Elements * (4 + l.Affine));
        Rule("relu prelu elu leakyrelu silu gelu softmax", "elements", l => l.Elements);
        Rule("maxpool avgpool adaptivemaxpool adaptiveavgpool", "inputs", l => l.Elements);
        Rule(
            "localresponsenorm",
            "3 * elements + elements with size - 1 channels of padding",
            LocalResponses.StepsOfTorch);
        Rule("bilinear", "not seen", _ => null);
        FlopsOnly(
            "einsum",
            "the cost that numpy prints",
            l => EinsumPath.PrintedCost(l) is { } cost ? l.Of(cost, "steps") : null);
        FlopsOnly(
            "rnn",
            "2 * products of the gate + (2 * bias - 1) per state",
            l => Recurrent(l, gates: 1, perState: 1));
        FlopsOnly(
            "gru",
            "2 * products of 3 gates + (1 + 6 * bias) per state",
            l => Recurrent(l, gates: 3, perState: 7));
        FlopsOnly(
            "lstm",
            "2 * products of 4 gates + (2 + 8 * bias) per state",
            l => Recurrent(l, gates: 4, perState: 10));
        Free("dropout");
    }

    protected override IReadOnlyList<string> QuirkLines =>
    [
        "biases of convolutions count, those of linear layers do not",
        "a transposed convolution is divided by its groups twice, and its bias counts the map a convolution would make",
        "padding: same pads both ends alike, which loses a position of an even kernel",
        "a product of broadcast tensors is counted by the first one's elements",
        "recurrent layers and einsum have FLOPs but no MACs; the backward direction counts as the forward one",
        "an einsum costs what numpy's einsum_path prints: 1 too much, and rounded to four digits",
        "an interpolation to one given size for all axes counts that size once",
        "a causal mask halves nothing; that torch 1.13 adds it inside the scores (baddbmm), is left out",
        "add and multiply stand for the operators + and *, which the tool does not see",
    ];

    // What the tool counts in FLOPs only: the products of these layers are missing from its MACs.
    private void FlopsOnly(string kind, string text, Func<LayerFacts, Amount?> flops) =>
        Rule(kind, text, flops, l => l.Zero, unseen: (operation, _) => operation is Contraction);

    // The output sizes that the tool computes for itself. They differ from the real ones where padding is "same".
    private static Amount ConvMacs(LayerFacts layer) => SeesOtherSize(layer)
        ? layer.Weights * SlidPositions(layer)
        : layer.Macs;

    private static Amount ConvBias(LayerFacts layer) => layer.Bias.Value > 0 && SeesOtherSize(layer)
        ? layer.Channels * SlidPositions(layer)
        : layer.Bias;

    private static bool SeesOtherSize(LayerFacts layer) => ReferenceEquals(layer.Value("padding"), Padding.Same);

    private static Amount SpreadMacs(LayerFacts layer)
    {
        long filters = layer.Terms.Value / layer.Kernel.Value / layer.Groups.Value;
        return layer.Inputs * layer.Kernel * layer.Of(filters, "filters");
    }

    private static Amount SpreadBias(LayerFacts layer)
    {
        long channels = layer.Terms.Value / layer.Kernel.Value;
        return layer.Bias.Value > 0 ? SlidPositions(layer) * layer.Of(channels, "bias") : layer.Zero;
    }

    /// <summary>batch * (size + 2 * padding - extent) // stride + 1 over all axes.</summary>
    private static Amount SlidPositions(LayerFacts layer)
    {
        TensorShape input = layer.Call.Input;
        long positions = input[0];
        for (int axis = 0; axis < input.SpatialRank; axis++)
        {
            positions *= Slide(layer, axis);
        }

        return layer.Of(Math.Max(positions, 0), "positions");
    }

    private static long Slide(LayerFacts layer, int axis)
    {
        long kernel = layer.Sizes("kernel")![axis];
        long stride = layer.Sizes("stride")![axis];
        long reach = layer.Sizes("dilation")![axis] * (kernel - 1);
        long padding = SeesOtherSize(layer) ? reach / 2 : PaddingOf(layer, axis);
        return new Rational(layer.Call.Input[axis + 2] + (2 * padding) - reach - 1, stride).Floor() + 1;
    }

    private static long PaddingOf(LayerFacts layer, int axis)
    {
        var padding = (Padding)layer.Value("padding")!;
        return padding.Window(axis, layer.SpatialAxes, size: 0, kernel: 1, stride: 1, dilation: 1).Before;
    }

    private static Amount Recurrent(LayerFacts layer, int gates, int perState) =>
        (2 * Recurrence.GateProducts(layer, gates, knowsProjection: true))
        + (Recurrence.States(layer) * (2 * gates * Recurrence.HasBias(layer)))
        + (Recurrence.States(layer) * perState)
        - (Recurrence.States(layer) * (2 * gates));
}
