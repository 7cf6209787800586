using System.Collections.Generic;
using System.Linq;
using CsCheck;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>Einstein summation against a loop over every value that is made and every term of its sum.</summary>
public class EinsumOracleTests
{
    [Fact]
    public void Operands_are_contracted_from_left_to_right() => EinsumCase.Any
        .Where(sample => sample.Operands.Length > 1)
        .Sample(
        sample =>
        {
            var tally = new Tally();
            int last = sample.Operands.Length - 1;
            IEnumerable<char> made = sample.Indices(0).Distinct();
            for (int operand = 1; operand <= last; operand++)
            {
                char[] met = [.. made.Union(sample.Indices(operand))];
                made = [.. met.Where(index => IsNeeded(sample, index, behind: operand))];
                int[] values = [.. made.Select(index => sample.Size(index, operand))];
                int[] terms = [.. met.Except(made).Select(index => sample.Size(index, operand))];
                foreach (int[] value in Loops.Over(values))
                {
                    var sum = new Accumulator(tally);
                    foreach (int[] term in Loops.Over(terms))
                    {
                        tally.Multiply();
                        sum.Take();
                    }
                }
            }

            Network network = Nets.Of(sample.ToLayer(), sample.Shapes());
            Assert.Equal(Result(sample), network.Outputs[0].Shape);
            OracleAssert.Contraction(tally, network);
        },
        iter: 1000);

    [Fact]
    public void A_single_operand_is_summed_or_moved() => EinsumCase.Any
        .Where(sample => sample.Operands.Length == 1)
        .Sample(
        sample =>
        {
            var tally = new Tally();
            foreach (int[] value in Loops.Over(Sizes(sample, sample.Result)))
            {
                var sum = new Accumulator(tally);
                foreach (int[] term in Loops.Over(Sizes(sample, sample.Indices(0).Distinct().Except(sample.Result))))
                {
                    sum.Take();
                }
            }

            Network network = Nets.Of(sample.ToLayer(), sample.Shapes());
            Assert.Equal(Result(sample), network.Outputs[0].Shape);
            OracleAssert.Full(tally, network);
        },
        iter: 300);

    // An index is kept as long as the output or a later operand has it.
    private static bool IsNeeded(EinsumCase sample, char index, int behind) => sample.Result.Contains(index)
        || Enumerable.Range(0, sample.Operands.Length)
            .Any(operand => operand > behind && sample.Indices(operand).Contains(index));

    private static int[] Sizes(EinsumCase sample, IEnumerable<char> indices) =>
        [.. indices.Select(index => sample.Size(index, sample.Operands.Length - 1))];

    private static TensorShape Result(EinsumCase sample) =>
        new(Sizes(sample, sample.Result).Select(size => (long)size));
}
