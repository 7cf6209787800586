using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What thop (pytorch-OpCounter) prints.</summary>
internal sealed class ThopConvention : TableConvention
{
    public ThopConvention()
        : base(
            "thop",
            "What thop prints: multiply-accumulates, normalisations, average pools; only of modules it has a rule for.",
            Figures.Macs,
            "multiply-accumulates (total_ops)")
    {
        Rule("conv convtranspose", "weights * positions", l => l.Weights * l.Positions);
        Rule("linear", "macs", l => l.Macs);
        Rule("batchnorm layernorm instancenorm", "elements * 2 * (1 + affine)", l => l.Elements * 2 * (1 + l.Affine));
        Rule("prelu", "elements", l => l.Elements);
        Rule("softmax", "3 * elements - rows", l => (3 * l.Elements) - l.Rows);
        Rule("avgpool", "outputs", l => l.Outputs);
        Rule("adaptiveavgpool globalavgpool", "inputs + outputs", Pooled);
        Rule(
            "windowattention",
            "macs of the network that computes position biases",
            l => PositionNetwork.IsIn(l) ? PositionNetwork.Macs(l) : null,
            unseen: operation => !PositionNetwork.Includes(operation));
        Rule(
            "upsample",
            "outputs * 1, 5, 11 or 259 (nearest, linear, bilinear, bicubic)",
            l => l.Word("mode") switch
            {
                "nearest" => l.Outputs,
                "linear" => 5 * l.Outputs,
                "bilinear" => 11 * l.Outputs,
                "bicubic" => 259 * l.Outputs,
                _ => null,
            });
        Rule("rnn", "products of the gate + (1 + 2 * bias) per state", l => Recurrent(l, gates: 1, perState: 0));
        Rule(
            "gru",
            "products of 3 gates + 3 * (1 + 2 * bias) + 4 per state",
            l => Recurrent(l, gates: 3, perState: 4));
        Rule(
            "lstm",
            "products of 4 gates + 4 * (1 + 2 * bias) + 4 per state",
            l => Recurrent(l, gates: 4, perState: 4));
        Free("relu relu6 leakyrelu maxpool adaptivemaxpool globalmaxpool dropout pad pixelshuffle");
    }

    public override string Source =>
        "Lyken17/pytorch-OpCounter, thop/profile.py: register_hooks, and vision/basic_hooks.py, rnn_hooks.py";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "weights of a module without a rule are not parameters: attention, embedding, groupnorm, free weights",
        "nor are those of a module that does not run",
        "a transposed convolution is counted over the output map, stride^2 times too much in 2-D",
        "a normalisation counts 2 per element, and twice that with weights",
        "matrix products outside linear layers are not seen, so attention costs nothing",
        "of window attention only the network that computes the position biases of version 2 is seen",
        "projections of an LSTM are not known; the size of the state is taken for that of the hidden layer",
        "an adaptive pool whose output does not divide its input is computed in floating point, and may lose 1",
    ];

    protected override bool LooksInside => false;

    public override bool IsParameter(Weight weight, Node node) =>
        base.IsParameter(weight, node) && !node.IsIdle && node.Layer.Kind switch
        {
            "custom" => true,
            "windowattention" => PositionNetwork.Includes(weight),
            _ => Knows(node.Layer.Kind),
        };

    // (product of input size / output size + 1) * outputs in floating point, of which the whole part is taken.
    private static Amount? Pooled(LayerFacts layer)
    {
        double bin = 1;
        for (int axis = 2; axis < layer.Call.Input.Rank; axis++)
        {
            bin *= (double)layer.Call.Input[axis] / layer.Call.Output[axis];
        }

        Amount exact = layer.Inputs + layer.Outputs;
        long lost = exact.Value - (long)((bin + 1) * layer.Call.Output.Elements);
        return lost == 0 ? exact : exact - layer.Of(lost, "rounded off");
    }

    private static Amount Recurrent(LayerFacts layer, int gates, int perState) =>
        Recurrence.GateProducts(layer, gates, knowsProjection: false)
        + (Recurrence.States(layer) * (perState + gates + (2 * gates * Recurrence.HasBias(layer))));
}
