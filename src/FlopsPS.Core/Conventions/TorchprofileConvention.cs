using System.Collections.Generic;

namespace FlopsPS.Conventions;

/// <summary>What torchprofile prints.</summary>
internal sealed class TorchprofileConvention : TableConvention
{
    public TorchprofileConvention()
        : base(
            "torchprofile",
            "What torchprofile prints: multiply-accumulates; normalisations, average pools and products per output.",
            Figures.Macs,
            "multiply-accumulates (MACs)")
    {
        Rule("conv linear matmul", "macs", l => l.Macs);
        Rule(
            "convtranspose",
            "weights * positions, times groups unless inputs and outputs have as many channels",
            l => l.Weights * l.Positions * (l.Call.Input[1] == l.Call.Output[1] ? 1 : l.Groups));
        Rule("batchnorm layernorm groupnorm instancenorm", "elements * affine", l => l.Elements * l.Affine);
        Rule("adaptiveavgpool avgpool", "outputs", l => l.Outputs);
        Rule("leakyrelu", "elements", l => l.Elements);
        Rule("multiply", "outputs, for every operand after the first", l => l.Multiplied);
        Rule("localresponsenorm", "3 * elements", l => 3 * l.Elements);
        Rule("upsample", "4 * outputs if bilinear, 0 if nearest in 2-D", l => l.Word("mode") switch
        {
            "bilinear" => 4 * l.Outputs,
            "nearest" when l.SpatialAxes == 2 => l.Zero,
            _ => null,
        });
        Rule("attention", "macs + 4", l => l.Macs + l.Of(4, "sizes"));
        Rule("windowattention", "macs + products + 2", l => l.Macs + l.Multiplied + l.Of(2, "sizes"));
        Rule(
            "lstm",
            "products of 4 gates",
            l => Recurrence.GateProducts(l, gates: 4, knowsProjection: true));
        Rule("gru rnn", "not seen", _ => null);
        Free("add relu relu6 hardtanh gelu sigmoid silu tanh tanhshrink threshold softshrink softsign softmax"
            + " maxpool adaptivemaxpool dropout");
    }

    public override string Source => "zhijian-liu/torchprofile, torchprofile/handlers.py: HANDLER_MAP";

    public override IReadOnlyList<string> Quirks { get; } =
    [
        "biases are not counted",
        "a transposed convolution is counted over the output map, and with groups as if there were none",
        "the trace of attention multiplies sizes of tensors, 4 times, of window attention twice; the tool counts that",
        "GRU and RNN have no handler: a warning, and 0",
    ];
}
