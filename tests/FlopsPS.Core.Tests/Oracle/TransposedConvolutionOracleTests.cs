using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using FlopsPS.Layers;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>
/// Transposed convolution against a loop that spreads every input value: each product goes to the output value it
/// belongs to, where the first one is stored and the others are added. What falls into the padding is computed like all
/// the rest, as a convolution computes with the zeros of its padding.
/// </summary>
public class TransposedConvolutionOracleTests
{
    [Fact]
    public void Transposed_convolution_counts_what_the_loop_nest_does() => Gen.Select(
        ConvolutionCase.Any, Gen.Int[0, 2].Array[3]).Sample(
        (sample, added) =>
        {
            int[] outputPadding = [.. sample.Size.Select((_, axis) =>
                Math.Min(added[axis], Math.Max(sample.Stride[axis], sample.Dilation[axis]) - 1))];
            int[] output = [.. sample.Size.Select((_, axis) =>
                Furthest(sample, axis) + 1 - sample.Before(axis) - sample.After(axis) + outputPadding[axis])];
            Layer layer = sample.ToLayer("convtranspose", null, ("output_padding", outputPadding));
            Compare(sample, output, [.. sample.Size.Select((_, axis) => sample.Before(axis))], layer);
        },
        iter: 400);

    [Fact]
    public void Padding_same_multiplies_the_size_by_the_stride() => ConvolutionCase.Any.Sample(
        sample =>
        {
            int[] output = [.. sample.Size.Select((size, axis) => size * sample.Stride[axis])];
            int[] before = [.. output.Select((size, axis) => Math.Max(Furthest(sample, axis) + 1 - size, 0) / 2)];
            Compare(sample, output, before, sample.ToLayer("convtranspose", "same"));
        },
        iter: 200);

    // The last position that any input reaches before anything is cut.
    private static int Furthest(ConvolutionCase sample, int axis) => (
        from element in Enumerable.Range(0, sample.Size[axis])
        from tap in Enumerable.Range(0, sample.Kernel[axis])
        select (element * sample.Stride[axis]) + (tap * sample.Dilation[axis])).Max();

    private static void Compare(ConvolutionCase sample, int[] output, int[] before, Layer layer)
    {
        if (output.Any(size => size < 1))
        {
            OracleAssert.DoesNotFit(() => Nets.Of(layer, sample.Input));
            return;
        }

        var tally = new Tally();
        sample.CountWeights(tally);
        for (int image = 0; image < sample.Batch; image++)
        {
            Spread(sample, output, before, tally);
            foreach (int[] value in Loops.Over(sample.HasBias ? [sample.Out, .. output] : [0]))
            {
                tally.AddBias();
            }
        }

        Network network = Nets.Of(layer, sample.Input);
        Assert.Equal(output.Select(size => (long)size), network.Outputs[0].Shape.Sizes.Skip(2));
        OracleAssert.Contraction(tally, network);
    }

    private static void Spread(ConvolutionCase sample, int[] output, int[] before, Tally tally)
    {
        var written = new HashSet<string>();
        foreach ((int to, int from) in sample.Pairs())
        {
            foreach (int[] element in Loops.Over(sample.Size))
            {
                foreach (int[] tap in Loops.Over(sample.Kernel))
                {
                    tally.Multiply();
                    int[] place = [.. element.Select((index, axis) =>
                        (index * sample.Stride[axis]) + (tap[axis] * sample.Dilation[axis]) - before[axis])];
                    bool isInside = !place.Where((index, axis) => index < 0 || index >= output[axis]).Any();
                    if (!isInside || !written.Add($"{to}:{string.Join(",", place)}"))
                    {
                        tally.Add();
                    }
                }
            }
        }
    }
}
