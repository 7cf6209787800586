using System;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>Compares what the engine says with what a loop nest counted.</summary>
internal static class OracleAssert
{
    /// <summary>A contraction under every convention that is exact about it.</summary>
    /// <param name="tally">What was counted, the bias included.</param>
    /// <param name="biases">How many of the additions were those of a bias.</param>
    /// <param name="network">The network that was walked.</param>
    public static void Contraction(Tally tally, long biases, Network network)
    {
        foreach (string convention in new[] { "exact", "full" })
        {
            CostRow row = Nets.Cost(network, convention);
            Assert.Equal(tally.Parameters, row.Parameters);
            Assert.Equal(tally.Multiplications, row.Macs);
            Assert.Equal(tally.Multiplications + tally.Additions, row.Flops);
        }

        Assert.Equal(tally.Multiplications + tally.Additions - biases, Nets.Cost(network, "exact-nobias").Flops);
        Assert.Equal(2 * tally.Multiplications, Nets.Cost(network, "mac").Flops);
    }

    /// <summary>An operation that only full prices: every step counts, and nothing is a multiply-accumulate.</summary>
    public static void Full(Tally tally, Network network)
    {
        CostRow row = Nets.Cost(network, "full");
        Assert.Equal(tally.Total, row.Flops);
        Assert.Equal(0, row.Macs);
        Assert.Equal(tally.Parameters, row.Parameters);
        Assert.Equal(1, row.Coverage);
        Assert.Equal(0, Nets.Cost(network, "exact").Flops);
    }

    /// <summary>Building must fail because nothing would come out.</summary>
    public static void DoesNotFit(Action build) =>
        Assert.Equal(ErrorCode.ShapeMismatch, Assert.Throws<NetworkException>(build).Code);
}
