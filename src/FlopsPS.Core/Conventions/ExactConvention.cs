using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Operations;

namespace FlopsPS.Conventions;

/// <summary>Every multiplication and addition of the contractions, one by one, the bias included.</summary>
internal sealed class ExactConvention : OperationConvention
{
    public ExactConvention()
        : base(
            "exact",
            "Every multiplication and addition of convolutions, linear layers and matrix products, bias included.")
    {
    }

    public override string Source => "n multiplications, n - 1 additions and one bias addition per output value";

    protected override IReadOnlyList<string> RuleLines { get; } =
    [
        "MACs = outputs * n, less what a mask hides",
        "FLOPs = outputs * (2n - 1), + outputs where there is a bias",
        "transposed or behind a mask: 2 * MACs - outputs that receive a product, + outputs where there is a bias",
        "everything else is free",
    ];

    protected override Price PriceOf(Contraction contraction, LayerCall layer, Facts facts) =>
        Price.Counted(Arithmetic.Macs(contraction, facts), Arithmetic.Flops(contraction, contraction.HasBias, facts));
}
