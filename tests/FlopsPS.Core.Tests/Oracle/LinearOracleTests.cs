using System.Linq;
using CsCheck;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>Fully connected layers against a loop over every vector, output and input feature.</summary>
public class LinearOracleTests
{
    [Fact]
    public void Linear_counts_what_the_loop_nest_does() => Gen.Select(
        Gen.Int[1, 4].Array[0, 2], Gen.Int[1, 5], Gen.Int[1, 12], Gen.Int[1, 12], Gen.Bool).Sample(
        (tokens, batch, inputs, outputs, hasBias) =>
        {
            var tally = new Tally();
            var linear = new LinearWalk(tally, inputs, outputs, hasBias);
            foreach (int[] vector in Loops.Over([batch, .. tokens]))
            {
                linear.Apply();
            }

            TensorShape shape = new([batch, .. tokens.Select(size => (long)size), inputs]);
            var layer = Nets.Layer("linear", ("out", outputs), ("bias", hasBias), ("in", inputs));
            OracleAssert.Contraction(tally, Nets.Of(layer, shape));
        },
        iter: 400);
}
