using System.Collections.Generic;
using System.Linq;
using CsCheck;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>Convolution against a loop over batch, output channel, position, input channel and tap.</summary>
public class ConvolutionOracleTests
{
    [Fact]
    public void Convolution_counts_what_the_loop_nest_does() => ConvolutionCase.Any.Sample(
        sample =>
        {
            List<int>[] starts = [.. Enumerable.Range(0, sample.Axes).Select(axis => Loops.Slide(
                sample.Size[axis], sample.Extent(axis), sample.Stride[axis], sample.Before(axis), sample.After(axis)))];
            Compare(sample, starts, sample.ToLayer("conv"));
        },
        iter: 400);

    [Fact]
    public void Padding_same_has_a_window_for_every_strideth_element() => ConvolutionCase.Any.Sample(
        sample =>
        {
            List<int>[] starts = [.. sample.Size.Select((size, axis) =>
                Enumerable.Range(0, size).Where(element => element % sample.Stride[axis] == 0).ToList())];
            Compare(sample, starts, sample.ToLayer("conv", "same"));
        },
        iter: 200);

    [Fact]
    public void Padding_valid_slides_over_the_input_alone() => ConvolutionCase.Any.Sample(
        sample =>
        {
            List<int>[] starts = [.. sample.Size.Select((size, axis) =>
                Loops.Slide(size, sample.Extent(axis), sample.Stride[axis], before: 0, after: 0))];
            Compare(sample, starts, sample.ToLayer("conv", "valid"));
        },
        iter: 200);

    [Fact]
    public void Depthwise_is_a_group_per_channel() => ConvolutionCase.Any.Sample(
        any =>
        {
            ConvolutionCase sample = any with { Groups = any.In, InPerGroup = 1, OutPerGroup = any.OutPerGroup };
            Layer layer = Nets.Layer(
                "conv", ("out", sample.Out), ("kernel", 1), ("groups", "depthwise"), ("bias", sample.HasBias));
            List<int>[] starts = [.. sample.Size.Select(size => Enumerable.Range(0, size).ToList())];
            Compare(sample with { Kernel = [.. sample.Kernel.Select(_ => 1)] }, starts, layer);
        },
        iter: 100);

    private static void Compare(ConvolutionCase sample, List<int>[] starts, Layer layer)
    {
        if (starts.Any(axis => axis.Count == 0))
        {
            OracleAssert.DoesNotFit(() => Nets.Of(layer, sample.Input));
            return;
        }

        var tally = new Tally();
        sample.CountWeights(tally);
        ILookup<int, int> inputsOf = sample.Pairs().ToLookup(pair => pair.Out, pair => pair.In);
        for (int image = 0; image < sample.Batch; image++)
        {
            for (int output = 0; output < sample.Out; output++)
            {
                foreach (int[] position in Loops.Combine(starts))
                {
                    Convolve(sample, inputsOf[output], tally);
                }
            }
        }

        Network network = Nets.Of(layer, sample.Input);
        Assert.Equal(starts.Select(axis => (long)axis.Count), network.Outputs[0].Shape.Sizes.Skip(2));
        OracleAssert.Contraction(tally, network);
    }

    // One output value; taps on the padding are multiplied like all others.
    private static void Convolve(ConvolutionCase sample, IEnumerable<int> inputs, Tally tally)
    {
        var sum = new Accumulator(tally);
        foreach (int input in inputs)
        {
            foreach (int[] tap in Loops.Over(sample.Kernel))
            {
                tally.Multiply();
                sum.Take();
            }
        }

        if (sample.HasBias)
        {
            tally.AddBias();
        }
    }
}
