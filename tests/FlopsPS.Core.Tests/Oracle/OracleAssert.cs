using System;
using FlopsPS.Counting;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>Compares what the engine says with what a loop nest counted.</summary>
internal static class OracleAssert
{
    /// <summary>
    /// A layer of contractions, and whatever else it does, under every convention that is exact about it. All
    /// multiplications and additions of the tally are those of contractions; the rest are steps.
    /// </summary>
    public static void Contraction(Tally tally, Network network)
    {
        long contracted = tally.Multiplications + tally.Additions;
        Compare("exact", contracted);
        Compare("exact-nobias", contracted - tally.Biases);
        Compare("mac", 2 * tally.Multiplications);
        Compare("full", tally.Total);

        void Compare(string convention, long flops)
        {
            CostRow row = Nets.Cost(network, convention);
            Assert.Equal(
                (convention, tally.Parameters, tally.Multiplications, flops),
                (convention, row.Parameters, row.Macs, row.Flops));
            Assert.Equal(1, row.Coverage);
        }
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
