using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>The functions that torch's local response normalisation consists of.</summary>
internal static class LocalResponses
{
    /// <summary>
    /// Two products and a sum per element, and a pool over the squares, whose channels are padded by size - 1.
    /// </summary>
    public static Amount? StepsOfTorch(LayerFacts facts)
    {
        long padding = (facts.Number("size") ?? 1) - 1;
        return (3 * facts.Elements) + (facts.Positions * (facts.Channels + facts.Of(padding, "padding")));
    }
}
