using System.Collections.Generic;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>What torchinfo up to version 1.8.0 prints.</summary>
internal sealed class Torchinfo18Convention : TorchinfoTable
{
    public Torchinfo18Convention()
        : base("torchinfo-1.8", "What torchinfo up to 1.8.0 prints: as torchinfo, a linear layer once per sample.") =>
        Rule(
            "linear",
            "(terms * features + its bias) * batch",
            l => l.Batch * ((l.Terms * l.Features) + (l.Parameters - l.Weights)));

    public override string Source => "TylerYep/torchinfo, torchinfo/layer_info.py: calculate_macs, version 1.8.0";

    protected override IReadOnlyList<string> QuirkLines =>
    [
        .. base.QuirkLines,
        "a linear layer on many tokens counts as if there were one",
    ];

    protected override Amount PositionsOf(LayerFacts layer) => PositionNetwork.Parameters(layer);
}
