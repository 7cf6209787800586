using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Numbers;
using FlopsPS.Operations;

namespace FlopsPS.Conventions;

/// <summary>A multiply-accumulate is two operations, and nothing else counts.</summary>
internal sealed class MacConvention : OperationConvention
{
    public MacConvention()
        : base("mac", "Two FLOPs per multiply-accumulate of convolutions, linear layers and matrix products.")
    {
    }

    public override string Source =>
        "FLOPs = 2 * MACs, the common reading of papers; the MACs are those of torchvision's tables";

    protected override IReadOnlyList<string> RuleLines { get; } =
    [
        "MACs = outputs * n; transposed convolution: inputs * n",
        "FLOPs = 2 * MACs",
        "everything else is free",
    ];

    protected override Price PriceOf(Contraction contraction, LayerCall layer, Facts facts)
    {
        Amount macs = Arithmetic.Macs(contraction, facts);
        return Price.Counted(macs, facts.Of(2) * macs);
    }

    protected override Price PriceOf(UserDefined custom, Facts facts)
    {
        return custom.Macs is { } macs && custom.Flops is null
            ? Price.Counted(facts.Of(macs, "stated MACs"), facts.Of(2) * facts.Of(macs, "stated MACs"))
            : base.PriceOf(custom, facts);
    }
}
