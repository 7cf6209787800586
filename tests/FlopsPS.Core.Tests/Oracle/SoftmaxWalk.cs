using System.Linq;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>exp(x - max) over the sum of the row, walked element by element.</summary>
internal static class SoftmaxWalk
{
    /// <summary>One row. Its sums are steps, not those of a contraction.</summary>
    public static void Row(Tally tally, int length)
    {
        var maximum = new Accumulator(tally.Step);
        var sum = new Accumulator(tally.Step);
        foreach (int element in Enumerable.Range(0, length))
        {
            maximum.Take();
        }

        foreach (int element in Enumerable.Range(0, length))
        {
            tally.Step(); // subtract the maximum
            tally.Step(); // exp
            sum.Take();
            tally.Step(); // divide by the sum
        }
    }
}
