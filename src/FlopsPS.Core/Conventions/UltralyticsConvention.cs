using System.Collections.Generic;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What Ultralytics prints: twice what its fork of thop counts.</summary>
internal sealed class UltralyticsConvention : TableConvention
{
    public UltralyticsConvention()
        : base(
            "ultralytics",
            "What Ultralytics prints: twice the operations of the modules that its fork of thop has a rule for.",
            Figures.Flops,
            "FLOPs, two per operation of ultralytics-thop 2.1, whatever that operation is")
    {
        Rule("conv convtranspose linear", "2 * macs", l => 2 * l.Macs);
        Rule(
            "bilinear",
            "2 * outputs * (first features + 1) * second features",
            l => 2 * l.Outputs * ((l.Of(l.Call.Input[-1], "in1") + 1) * l.Of(l.Call.Inputs[1][-1], "in2")));
        Rule(
            "batchnorm instancenorm layernorm groupnorm rmsnorm",
            "2 * 2 * elements * (1 + affine)",
            l => 4 * l.Elements * (1 + l.Affine));
        Rule("prelu", "2 * elements", l => 2 * l.Elements);
        Rule("softmax softmax2d", "2 * (3 * elements - rows)", l => 2 * ((3 * l.Elements) - l.Rows));
        Rule("softmin", "2 * (4 * elements - rows)", l => 2 * ((4 * l.Elements) - l.Rows));
        Rule("logsoftmax", "2 * 3 * elements", l => 6 * l.Elements);
        Rule(
            "avgpool",
            "2 * (elements of the windows, without what hangs over + outputs)",
            l => 2 * (Windows.Averaged(l) + l.Outputs));
        Rule("adaptiveavgpool globalavgpool", "2 * (elements of the bins + outputs)", l => 2 * (l.Taps + l.Outputs));
        Rule(
            "upsample",
            "2 * outputs * 0, 5, 11, 259 or 31 (nearest, linear, bilinear, bicubic, trilinear)",
            l => l.Word("mode") switch
            {
                "linear" => 2 * 5 * l.Outputs,
                "bilinear" => 2 * 11 * l.Outputs,
                "bicubic" => 2 * 259 * l.Outputs,
                "trilinear" => 2 * 31 * l.Outputs,
                _ => l.Zero,
            });
        Rule(
            "attention",
            "2 * (macs without a mask + 3 * scores - queries of all heads); where torch's module cannot be the layer, "
            + "2 * macs of the projections",
            l => Attentions.IsTorchModule(l) ? 2 * Attention(l) : 2 * l.LinearMacs);
        Rule(
            "windowattention",
            "2 * macs of the network for the position bias, which version 2 has",
            l => l.MacsOf("position bias") is { Value: > 0 } macs ? 2 * macs : null);
        Rule("rnn", "2 * (macs + (1 + 2 * bias) per state)", l => Recurrent(l, gates: 1, perState: 0));
        Rule("gru", "2 * (macs + 3 * (1 + 2 * bias) + 4 per state)", l => Recurrent(l, gates: 3, perState: 4));
        Rule("lstm", "2 * (macs + 4 * (1 + 2 * bias) + 4 per state)", l => Recurrent(l, gates: 4, perState: 4));
        Free("relu relu6 leakyrelu maxpool adaptivemaxpool globalmaxpool");
    }

    public override string Source =>
        "ultralytics/ultralytics, utils/torch_utils.py: get_flops; ultralytics/thop 2.1, thop/profile.py: "
        + "register_hooks, and vision/basic_hooks.py, rnn_hooks.py";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "additions, divisions and exponentials are doubled like multiply-accumulates",
        "a normalisation counts 2 per element, and twice that with weights; a fused model has none left",
        "functions are not seen: matrix products, sums, and all of a window attention but its position network",
        "SiLU, GELU, Hardswish and the other activations have no rule",
        "a causal mask or a window hides nothing",
        "the tool prints one image, measured at 32x32 and scaled by the area; here layers are counted at their size",
    ];

    protected override bool LooksInside => false;

    private static Amount Attention(LayerFacts layer) =>
        layer.Macs + (3 * Attentions.Scores(layer)) - Attentions.Queries(layer);

    private static Amount Recurrent(LayerFacts layer, int gates, int perState) =>
        2 * (layer.Macs
            + (Recurrence.States(layer) * (perState + gates + (2 * gates * Recurrence.HasBias(layer)))));
}
