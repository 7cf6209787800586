using System.Linq;
using CsCheck;
using FlopsPS.Layers;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>Normalisations against loops over the elements that share their statistics.</summary>
public class NormalizationOracleTests
{
    private static readonly Gen<int[]> s_maps =
        from axes in Gen.Int[1, 3]
        from size in Gen.Int[1, 4].Array[axes + 2]
        select size;

    [Fact]
    public void Batch_normalisation_uses_the_stored_statistics_of_each_channel() => Gen.Select(
        Gen.Int[1, 4].Array[2, 5], Gen.Bool).Sample(
        (size, isAffine) =>
        {
            var tally = new Tally();
            for (int channel = 0; channel < size[1]; channel++)
            {
                Deviation(tally);
                foreach (int[] element in Loops.Over([size[0], .. size[2..]]))
                {
                    tally.Step(); // subtract the mean
                    Scale(tally, isAffine, isAffine);
                }
            }

            Weigh(tally, isAffine ? 2 * size[1] : 0);
            Compare(tally, size, Nets.Layer("batchnorm", ("affine", isAffine)));
            Assert.Equal(2 * size[1], Nets.Cost(Nets.Of(Nets.Layer("batchnorm"), Shape(size))).Buffers);
        },
        iter: 300);

    [Fact]
    public void Batch_normalisation_without_stored_statistics_computes_those_of_each_channel() => Gen.Select(
        Gen.Int[1, 4].Array[2, 5], Gen.Bool).Sample(
        (size, isAffine) =>
        {
            var tally = new Tally();
            for (int channel = 0; channel < size[1]; channel++)
            {
                Normalize(Elements(size) / size[1], tally, isAffine, isAffine);
            }

            Weigh(tally, isAffine ? 2 * size[1] : 0);
            Compare(tally, size, Nets.Layer("batchnorm", ("affine", isAffine), ("track", false)));
        },
        iter: 200);

    [Fact]
    public void Layer_normalisation_works_on_each_vector_of_the_last_axes() => Gen.Select(
        Gen.Int[1, 4].Array[2, 5], Gen.Int[1, 4], Gen.Bool, Gen.Bool).Sample(
        (size, axes, isAffine, hasBias) =>
        {
            axes = System.Math.Min(axes, size.Length - 1);
            int length = Elements(size[^axes..]);
            var tally = new Tally();
            foreach (int[] row in Loops.Over(size[..^axes]))
            {
                Normalize(length, tally, isAffine, isAffine && hasBias);
            }

            Weigh(tally, isAffine ? length * (hasBias ? 2 : 1) : 0);
            Compare(
                tally, size, Nets.Layer("layernorm", ("axes", axes), ("affine", isAffine), ("bias", hasBias)));
        },
        iter: 300);

    [Fact]
    public void Root_mean_square_normalisation_takes_no_mean_out_and_has_no_bias() => Gen.Select(
        Gen.Int[1, 4].Array[2, 5], Gen.Int[1, 4], Gen.Bool).Sample(
        (size, axes, isAffine) =>
        {
            axes = System.Math.Min(axes, size.Length - 1);
            int length = Elements(size[^axes..]);
            var tally = new Tally();
            foreach (int[] row in Loops.Over(size[..^axes]))
            {
                for (int element = 0; element < length; element++)
                {
                    tally.Step(); // square
                }

                Mean(length, tally);
                Deviation(tally);
                for (int element = 0; element < length; element++)
                {
                    Scale(tally, isAffine, isShifted: false);
                }
            }

            Weigh(tally, isAffine ? length : 0);
            Compare(tally, size, Nets.Layer("rmsnorm", ("axes", axes), ("affine", isAffine)));
        },
        iter: 300);

    [Fact]
    public void Group_normalisation_works_on_each_group_of_each_sample() => Gen.Select(
        s_maps, Gen.Int[1, 3], Gen.Bool).Sample(
        (map, groups, isAffine) =>
        {
            int[] size = [map[0], map[1] * groups, .. map[2..]];
            var tally = new Tally();
            foreach (int[] row in Loops.Over(size[0], groups))
            {
                Normalize(Elements(size[2..]) * map[1], tally, isAffine, isAffine);
            }

            Weigh(tally, isAffine ? 2 * size[1] : 0);
            Compare(tally, size, Nets.Layer("groupnorm", ("groups", groups), ("affine", isAffine)));
        },
        iter: 300);

    [Fact]
    public void Instance_normalisation_works_on_each_channel_of_each_sample() => Gen.Select(s_maps, Gen.Bool).Sample(
        (size, isAffine) =>
        {
            var tally = new Tally();
            foreach (int[] row in Loops.Over(size[..2]))
            {
                Normalize(Elements(size[2..]), tally, isAffine, isAffine);
            }

            Weigh(tally, isAffine ? 2 * size[1] : 0);
            Compare(tally, size, Nets.Layer("instancenorm", ("affine", isAffine)));
        },
        iter: 300);

    [Fact]
    public void Local_response_normalisation_sums_the_squares_of_neighbouring_channels() => Gen.Select(
        s_maps, Gen.Int[1, 5]).Sample(
        (size, neighbours) =>
        {
            var tally = new Tally();
            foreach (int[] element in Loops.Over(size))
            {
                tally.Step(); // square, kept for the neighbours
            }

            foreach (int[] element in Loops.Over(size))
            {
                var sum = new Accumulator(tally);
                for (int neighbour = 0; neighbour < neighbours; neighbour++)
                {
                    sum.Take();
                }

                tally.Step(); // times alpha
                tally.Step(); // over size
                tally.Step(); // plus k
                tally.Step(); // to the power of beta
                tally.Step(); // divide the element
            }

            Compare(tally, size, Nets.Layer("localresponsenorm", ("size", neighbours)));
        },
        iter: 300);

    private static void Normalize(int elements, Tally tally, bool isScaled, bool isShifted)
    {
        Mean(elements, tally);
        for (int element = 0; element < elements; element++)
        {
            tally.Step(); // subtract the mean
            tally.Step(); // square
        }

        Mean(elements, tally);
        Deviation(tally);
        for (int element = 0; element < elements; element++)
        {
            Scale(tally, isScaled, isShifted);
        }
    }

    private static void Mean(int elements, Tally tally)
    {
        var sum = new Accumulator(tally);
        for (int element = 0; element < elements; element++)
        {
            sum.Take();
        }

        tally.Step(); // divide
    }

    private static void Deviation(Tally tally)
    {
        tally.Step(); // add epsilon to the variance
        tally.Step(); // root
    }

    private static void Scale(Tally tally, bool isScaled, bool isShifted)
    {
        tally.Step(); // divide by the deviation
        if (isScaled)
        {
            tally.Multiply();
        }

        if (isShifted)
        {
            tally.Add();
        }
    }

    private static void Weigh(Tally tally, int weights)
    {
        for (int weight = 0; weight < weights; weight++)
        {
            tally.Weigh();
        }
    }

    private static void Compare(Tally tally, int[] size, Layer layer) =>
        OracleAssert.Full(tally, Nets.Of(layer, Shape(size)));

    private static int Elements(int[] sizes) => Loops.Over(sizes).Count();

    private static TensorShape Shape(int[] sizes) => new(sizes.Select(size => (long)size));
}
