using System;
using System.Linq;
using CsCheck;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>Recurrent networks against loops over layer, direction, sample, step and hidden feature; what a step does
/// with its gates is written out as in torch's documentation.</summary>
public class RecurrentOracleTests
{
    private static readonly Gen<Case> s_cases =
        from size in Gen.Int[1, 4].Array[3]
        from hidden in Gen.Int[1, 5]
        from layers in Gen.Int[1, 3]
        from isBidirectional in Gen.Bool
        from hasBias in Gen.Bool
        from projection in Gen.Int[0, 4]
        select new Case(size, hidden, layers, isBidirectional, hasBias, projection % hidden);

    [Theory]
    [InlineData("tanh")]
    [InlineData("relu")]
    public void A_plain_network_has_one_sum_per_hidden_feature(string nonlinearity) => s_cases.Sample(
        sample => Compare(
            sample with { Projection = 0 },
            gates: 1,
            (s, x, h) => nonlinearity == "relu" ? s.Max(s.Add(x[0], h[0]), 0) : s.Tanh(s.Add(x[0], h[0])),
            Layer("rnn", sample, ("nonlinearity", nonlinearity))),
        iter: 200);

    [Fact]
    public void A_gated_unit_resets_and_updates() => s_cases.Sample(
        sample => Compare(
            sample with { Projection = 0 },
            gates: 3,
            (s, x, h) =>
            {
                double reset = s.Sigmoid(s.Add(x[0], h[0]));
                double update = s.Sigmoid(s.Add(x[1], h[1]));
                double candidate = s.Tanh(s.Add(x[2], s.Multiply(reset, h[2])));
                return s.Add(s.Multiply(s.Subtract(1, update), candidate), s.Multiply(update, 0.5));
            },
            Layer("gru", sample)),
        iter: 200);

    [Fact]
    public void A_long_short_term_memory_keeps_a_cell_and_may_project_its_state() => s_cases.Sample(
        sample => Compare(
            sample,
            gates: 4,
            (s, x, h) =>
            {
                double input = s.Sigmoid(s.Add(x[0], h[0]));
                double forget = s.Sigmoid(s.Add(x[1], h[1]));
                double candidate = s.Tanh(s.Add(x[2], h[2]));
                double output = s.Sigmoid(s.Add(x[3], h[3]));
                double cell = s.Add(s.Multiply(forget, 0.5), s.Multiply(input, candidate));
                return s.Multiply(output, s.Tanh(cell));
            },
            Layer("lstm", sample, ("proj", sample.Projection))),
        iter: 300);

    private static void Compare(Case sample, int gates, Func<Stepper, double[], double[], double> combine, Layer layer)
    {
        var tally = new Tally();
        int directions = sample.IsBidirectional ? 2 : 1;
        int features = sample.Size[2];
        for (int index = 0; index < sample.Layers; index++)
        {
            for (int direction = 0; direction < directions; direction++)
            {
                Run(sample, features, gates, combine, tally);
            }

            features = directions * sample.State; // both directions go on side by side
        }

        Network network = Nets.Of(layer, new TensorShape(sample.Size.Select(size => (long)size)));
        Assert.Equal(Nets.Shape(sample.Size[0], sample.Size[1], features), network.Outputs[0].Shape);
        OracleAssert.Contraction(tally, network);
    }

    // One layer in one direction.
    private static void Run(
        Case sample, int features, int gates, Func<Stepper, double[], double[], double> combine, Tally tally)
    {
        double[] values = [.. Enumerable.Repeat(0.5, gates)];
        var stepper = new Stepper(tally);
        var fromInput = new LinearWalk(tally, features, gates * sample.Hidden, sample.HasBias);
        var fromState = new LinearWalk(tally, sample.State, gates * sample.Hidden, sample.HasBias);
        LinearWalk? projection = sample.Projection == 0
            ? null
            : new LinearWalk(tally, sample.Hidden, sample.Projection, hasBias: false);
        foreach (int[] step in Loops.Over(sample.Size[0], sample.Size[1]))
        {
            fromInput.Apply();
            fromState.Apply();
            for (int hidden = 0; hidden < sample.Hidden; hidden++)
            {
                combine(stepper, values, values);
            }

            projection?.Apply();
        }
    }

    private static Layer Layer(string kind, Case sample, params (string Name, object Value)[] more) => Nets.Layer(
        kind,
        [
            ("hidden", sample.Hidden),
            ("layers", sample.Layers),
            ("bidirectional", sample.IsBidirectional),
            ("bias", sample.HasBias),
            .. more,
        ]);

    private sealed record Case(int[] Size, int Hidden, int Layers, bool IsBidirectional, bool HasBias, int Projection)
    {
        public int State => Projection == 0 ? Hidden : Projection;
    }
}
