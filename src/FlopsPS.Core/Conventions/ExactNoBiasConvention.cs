using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Operations;

namespace FlopsPS.Conventions;

/// <summary>As exact, but biases are not counted.</summary>
internal sealed class ExactNoBiasConvention : OperationConvention
{
    public ExactNoBiasConvention()
        : base("exact-nobias", "As exact, without the additions of biases.")
    {
    }

    public override string Source => "n multiplications and n - 1 additions per output value";

    protected override IReadOnlyList<string> RuleLines { get; } =
    [
        "MACs = outputs * n, less what a mask hides",
        "FLOPs = outputs * (2n - 1)",
        "transposed or behind a mask: 2 * MACs - outputs that receive a product",
        "everything else is free",
    ];

    protected override Price PriceOf(Contraction contraction, LayerCall layer, Facts facts) =>
        Price.Counted(Arithmetic.Macs(contraction, facts), Arithmetic.Flops(contraction, hasBias: false, facts));
}
