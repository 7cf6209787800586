using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What torchinfo prints since linear layers count every vector.</summary>
internal sealed class TorchinfoConvention : TorchinfoTable
{
    public TorchinfoConvention()
        : base("torchinfo", "What torchinfo's current source prints: weights, as often as they are used.") =>
        Rule("linear", "macs + bias", l => l.Macs + l.Bias);

    public override string Source => "TylerYep/torchinfo, torchinfo/layer_info.py: calculate_macs, after version 1.8.0";

    protected override Amount PositionsOf(LayerFacts layer) =>
        PositionNetwork.Macs(layer) + PositionNetwork.Bias(layer);
}
