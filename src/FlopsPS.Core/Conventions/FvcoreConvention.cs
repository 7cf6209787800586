using System.Collections.Generic;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What FlopCountAnalysis of fvcore, and of mmengine, prints.</summary>
internal sealed class FvcoreConvention : TableConvention
{
    public FvcoreConvention()
        : base(
            "fvcore",
            "What fvcore and mmengine print: multiply-accumulates, and a few operations per element.",
            Figures.Macs,
            "multiply-accumulates, which the tool calls flops")
    {
        Rule("conv convtranspose linear", "macs", l => l.Macs);
        Rule("matmul", "inputs * features", l => l.Inputs * l.Features);
        Inside("matmul", "macs", l => l.Macs);
        Rule("einsum", "macs of a batched product bij,bik->bjk or bij,bkj->bik; else half of numpy's cost", Summed);
        Rule(
            "batchnorm",
            "elements * (1 + affine); without stored statistics elements * (4 + affine)",
            l => l.Elements * ((l.IsStored ? 1 : 4) + l.Affine));
        Rule("layernorm groupnorm instancenorm", "elements * (4 + affine)", l => l.Elements * (4 + l.Affine));
        Rule("adaptiveavgpool", "inputs, in 2-D", l => l.SpatialAxes == 2 ? l.Elements : null);
        Rule("gridsample", "4 * outputs", l => 4 * l.Outputs);
        Rule("upsample", "outputs if nearest, 4 * outputs if bilinear, both in 2-D", l => l.Word("mode") switch
        {
            "nearest" when l.SpatialAxes == 2 => l.Outputs,
            "bilinear" => 4 * l.Outputs,
            _ => null,
        });
        Rule("lstm gru rnn bilinear", "not seen", _ => null);
        Free("relu");
    }

    public override string Source =>
        "facebookresearch/fvcore, fvcore/nn/flop_count.py: _DEFAULT_SUPPORTED_OPS, and jit_handles.py";

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "biases and most activations and pools are not seen",
        "LSTM, GRU, RNN and bilinear have no handler: 0",
        "other einsums cost half of what numpy's einsum_path prints, which is 1 too much, with four digits",
        "a product of broadcast tensors is counted by the first one's elements",
        "a causal mask halves nothing; torch 1.13 adds it in the scores (baddbmm, no handler), here it does not",
        "fused attention (torch 2) has no handler; here attention is the products it consists of, as in torch 1.13",
        "padding='same' as a word is an operator the tool does not know; here it is the padding it stands for",
    ];

    // The tool renames letters in the order they appear and knows two equations then.
    private static Amount? Summed(LayerFacts layer) => Summation.Renamed(layer) is "abc,abd->acd" or "abc,adc->adb"
        ? layer.Macs
        : EinsumPath.PrintedCost(layer) is { } cost ? layer.Of(cost / 2, "half of the steps") : null;
}
