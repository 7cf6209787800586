using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Numbers;
using FlopsPS.Operations;

namespace FlopsPS.Conventions;

/// <summary>The formulas of Molchanov et al., Pruning Convolutional Neural Networks for Resource Efficient Inference.
/// </summary>
internal sealed class MolchanovConvention : OperationConvention
{
    public MolchanovConvention()
        : base(
            "molchanov",
            "The formulas of Molchanov et al., which count a bias in convolutions but not in linear layers.")
    {
    }

    public override string Source => "arXiv:1611.06440, appendix A.1, over the output map";

    protected override IReadOnlyList<string> RuleLines { get; } =
    [
        "MACs = outputs * n",
        "convolution: FLOPs = outputs * 2 * (n + 1)",
        "linear: FLOPs = outputs * (2n - 1)",
        "transposed convolution, matrix product: FLOPs not defined",
        "everything else is free",
    ];

    protected override IReadOnlyList<string> QuirkLines { get; } =
    [
        "the + 1 of a convolution stands for its bias and is counted whether or not there is one",
        "a linear layer's bias is never counted",
    ];

    protected override Price PriceOf(Contraction contraction, LayerCall layer, Facts facts)
    {
        Amount macs = Arithmetic.Macs(contraction, facts);
        Amount outputs = facts.Of(contraction.Output, "outputs");
        Amount terms = facts.Of(contraction.Terms, "mul");
        return contraction.Form switch
        {
            ContractionForm.Convolution =>
                Price.Counted(macs, outputs * facts.Of(2) * (terms + facts.Of(1, "bias"))),
            ContractionForm.Linear =>
                Price.Counted(macs, Arithmetic.Flops(contraction, hasBias: false, facts)),
            _ => Price.Partial(macs, flops: null),
        };
    }
}
