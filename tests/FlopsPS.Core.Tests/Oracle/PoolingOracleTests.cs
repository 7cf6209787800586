using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>Pools against a loop over batch, channel, window and element.</summary>
public class PoolingOracleTests
{
    private static readonly Gen<PoolCase> s_cases =
        from axes in Gen.Int[1, 3]
        from maps in Gen.Int[1, 3].Array[2]
        from size in Gen.Int[1, axes == 3 ? 5 : 9].Array[axes]
        from kernel in Gen.Int[1, 4].Array[axes]
        from stride in Gen.Int[1, 4].Array[axes]
        from padding in Gen.Int[0, 2].Array[2 * axes]
        from dilation in Gen.Int[1, 2].Array[axes]
        from ceiling in Gen.Bool
        from countsPadding in Gen.Bool
        select new PoolCase(
            [maps[0], maps[1], .. size],
            kernel,
            stride,
            [.. padding.Select((pad, end) => Math.Min(pad, kernel[end % axes] / 2))],
            dilation,
            ceiling,
            countsPadding);

    private static readonly Gen<(int[] Size, int[] Output)> s_adaptive =
        from axes in Gen.Int[1, 3]
        from maps in Gen.Int[1, 3].Array[2]
        from size in Gen.Int[1, axes == 3 ? 6 : 12].Array[axes]
        from output in Gen.Int[1, axes == 3 ? 5 : 12].Array[axes]
        select (maps.Concat(size).ToArray(), output);

    [Fact]
    public void Max_pools_compare_all_elements_of_a_window() => s_cases.Sample(
        sample =>
        {
            Layer layer = sample.ToLayer("maxpool", ("dilation", sample.Dilation));
            Compare(sample, layer, sample.Dilation, (window, tally) => Reduce(window.Count(), tally));
        },
        iter: 400);

    [Fact]
    public void Average_pools_sum_the_elements_of_a_window_and_divide() => s_cases.Sample(
        sample =>
        {
            Layer layer = sample.ToLayer("avgpool", ("count_include_pad", sample.CountsPadding));
            Compare(sample, layer, [.. sample.Kernel.Select(_ => 1)], (window, tally) =>
            {
                Reduce(window.Count(isInside => isInside || sample.CountsPadding), tally);
                tally.Step();
            });
        },
        iter: 400);

    [Theory]
    [InlineData("adaptiveavgpool", true)]
    [InlineData("adaptivemaxpool", false)]
    public void Adaptive_pools_reduce_bins_that_may_overlap(string kind, bool isMean) => s_adaptive.Sample(
        (size, output) => CompareBins(size, output, Nets.Layer(kind, ("size", output)), isMean),
        iter: 300);

    [Theory]
    [InlineData("globalavgpool", true)]
    [InlineData("globalmaxpool", false)]
    public void Global_pools_reduce_each_channel(string kind, bool isMean) => s_adaptive.Sample(
        (size, _) => CompareBins(size, [.. size.Skip(2).Select(_ => 1)], Nets.Layer(kind), isMean),
        iter: 100);

    private static void Compare(
        PoolCase sample, Layer layer, int[] dilation, Action<IEnumerable<bool>, Tally> reduce)
    {
        int axes = sample.Kernel.Length;
        int[] size = sample.Size[2..];
        List<int>[] starts = [.. size.Select((elements, axis) => Loops.Slide(
            elements,
            (dilation[axis] * (sample.Kernel[axis] - 1)) + 1,
            sample.Stride[axis],
            sample.Padding[axis],
            sample.Padding[axis + axes],
            sample.Ceiling))];
        if (starts.Any(axis => axis.Count == 0))
        {
            OracleAssert.DoesNotFit(() => Nets.Of(layer, Shape(sample.Size)));
            return;
        }

        var tally = new Tally();
        foreach (int[] map in Loops.Over(sample.Size[..2]))
        {
            foreach (int[] start in Loops.Combine(starts))
            {
                reduce(
                    Loops.Over(sample.Kernel).Select(tap => !tap
                        .Select((step, axis) => start[axis] + (step * dilation[axis]))
                        .Where((place, axis) => place < 0 || place >= size[axis])
                        .Any()),
                    tally);
            }
        }

        Network network = Nets.Of(layer, Shape(sample.Size));
        Assert.Equal(starts.Select(axis => (long)axis.Count), network.Outputs[0].Shape.Sizes.Skip(2));
        OracleAssert.Full(tally, network);
    }

    private static void CompareBins(int[] size, int[] output, Layer layer, bool isMean)
    {
        var tally = new Tally();
        foreach (int[] place in Loops.Over([.. size[..2], .. output]))
        {
            int elements = 1;
            for (int axis = 0; axis < output.Length; axis++)
            {
                decimal bin = (decimal)size[axis + 2] / output[axis];
                int start = (int)Math.Floor(Math.Round(place[axis + 2] * bin, 9));
                int end = (int)Math.Ceiling(Math.Round((place[axis + 2] + 1) * bin, 9));
                elements *= end - start;
            }

            Reduce(elements, tally);
            if (isMean)
            {
                tally.Step();
            }
        }

        Network network = Nets.Of(layer, Shape(size));
        Assert.Equal(output.Select(bins => (long)bins), network.Outputs[0].Shape.Sizes.Skip(2));
        OracleAssert.Full(tally, network);
    }

    // The first element is held, each further one is compared with it or added to it.
    private static void Reduce(int elements, Tally tally)
    {
        for (int element = 1; element < elements; element++)
        {
            tally.Step();
        }
    }

    private static TensorShape Shape(int[] sizes) => new(sizes.Select(size => (long)size));

    private sealed record PoolCase(
        int[] Size, int[] Kernel, int[] Stride, int[] Padding, int[] Dilation, bool Ceiling, bool CountsPadding)
    {
        public Layer ToLayer(string kind, params (string Name, object Value)[] more) => Nets.Layer(
            kind,
            [("kernel", Kernel), ("stride", Stride), ("padding", Padding), ("ceil_mode", Ceiling), .. more]);

        public override string ToString() =>
            string.Join("; ", new[] { Size, Kernel, Stride, Padding, Dilation }.Select(list => string.Join(",", list)))
            + $" {Ceiling} {CountsPadding}";
    }
}
