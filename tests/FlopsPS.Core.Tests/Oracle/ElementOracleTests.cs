using System.Collections.Generic;
using System.Linq;
using CsCheck;
using FlopsPS.Networks;
using FlopsPS.Numbers;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>Softmax, interpolation, sums and products against loops over their elements.</summary>
public class ElementOracleTests
{
    // Sizes and, per tensor, the axes on which it has them: elsewhere it has 1, or nothing in front of the first.
    private static readonly Gen<(int[] Size, int[] Masks)> s_broadcast =
        from size in Gen.Int[1, 4].Array[1, 5]
        from masks in Gen.Int[0, 31].Array[2, 4]
        select (size, masks);

    [Fact]
    public void Softmax_is_computed_row_by_row() => Gen.Select(Gen.Int[1, 5].Array[1, 5], Gen.Int[0, 4]).Sample(
        (size, axis) =>
        {
            axis %= size.Length;
            var tally = new Tally();
            foreach (int[] row in Loops.Over([.. size[..axis], .. size[(axis + 1)..]]))
            {
                SoftmaxWalk.Row(tally, size[axis]);
            }

            OracleAssert.Full(tally, Nets.Of(Nets.Layer("softmax", ("axis", axis)), Shape(size)));
            OracleAssert.Full(tally, Nets.Of(Nets.Layer("softmax", ("axis", axis - size.Length)), Shape(size)));
        },
        iter: 300);

    [Theory]
    [InlineData("nearest", 1, 1)]
    [InlineData("nearest", 2, 1)]
    [InlineData("nearest", 3, 1)]
    [InlineData("linear", 1, 2)]
    [InlineData("bilinear", 2, 2)]
    [InlineData("bicubic", 2, 4)]
    [InlineData("trilinear", 3, 2)]
    public void Interpolation_weighs_and_sums_the_neighbours(string mode, int axes, int neighbours) => Gen.Select(
        Gen.Int[1, 4].Array[axes + 2], Gen.Int[1, 6].Array[axes]).Sample(
        (size, output) =>
        {
            var tally = new Tally();
            foreach (int[] element in Loops.Over([.. size[..2], .. output]))
            {
                Blend(tally, Loops.Over([.. output.Select(_ => neighbours)]).Count());
            }

            OracleAssert.Full(
                tally, Nets.Of(Nets.Layer("upsample", ("size", output), ("mode", mode)), Shape(size)));
        },
        iter: 100);

    [Theory]
    [InlineData("nearest", 1)]
    [InlineData("bilinear", 4)]
    public void An_upsampled_axis_ends_with_the_last_element_whose_source_exists(string mode, int neighbours) => Gen
        .Select(Gen.Int[1, 5].Array[4], Gen.Int[1, 7].Array[2], Gen.Int[2, 4]).Sample(
        (size, up, down) =>
        {
            // Element i stands up/down times as far out as its source: it is there when i + 1 elements fit.
            int[] output = [.. up.Select((factor, axis) =>
                Enumerable.Range(0, 64).Count(i => (i + 1) * down <= size[axis + 2] * factor))];
            var layer = Nets.Layer(
                "upsample", ("scale", up.Select(factor => new Rational(factor, down))), ("mode", mode));
            if (output.Contains(0))
            {
                OracleAssert.DoesNotFit(() => Nets.Of(layer, Shape(size)));
                return;
            }

            var tally = new Tally();
            foreach (int[] element in Loops.Over([.. size[..2], .. output]))
            {
                Blend(tally, neighbours);
            }

            Network network = Nets.Of(layer, Shape(size));
            Assert.Equal(Shape([.. size[..2], .. output]), network.Outputs[0].Shape);
            OracleAssert.Full(tally, network);
        },
        iter: 200);

    [Theory]
    [InlineData("nearest", 2, 1)]
    [InlineData("nearest", 3, 1)]
    [InlineData("bilinear", 2, 4)]
    [InlineData("bilinear", 3, 8)]
    [InlineData("bicubic", 2, 16)]
    public void A_grid_takes_a_value_of_every_channel_at_each_of_its_positions(string mode, int axes, int neighbours) =>
        Gen.Select(Gen.Int[1, 4].Array[axes + 2], Gen.Int[1, 5].Array[axes]).Sample(
        (size, grid) =>
        {
            var tally = new Tally();
            foreach (int[] position in Loops.Over([size[0], .. grid]))
            {
                for (int channel = 0; channel < size[1]; channel++)
                {
                    Blend(tally, neighbours);
                }
            }

            Network network = Nets.Of(
                Nets.Layer("gridsample", ("mode", mode)), Shape(size), Shape([size[0], .. grid, axes]));
            Assert.Equal(Shape([size[0], size[1], .. grid]), network.Outputs[0].Shape);
            OracleAssert.Full(tally, network);
        },
        iter: 100);

    [Fact]
    public void An_embedding_is_a_vector_per_word_and_is_only_looked_up() => Gen.Select(
        Gen.Int[1, 5].Array[1, 4], Gen.Int[1, 9], Gen.Int[1, 9]).Sample(
        (size, words, features) =>
        {
            var tally = new Tally();
            foreach (int[] weight in Loops.Over(words, features))
            {
                tally.Weigh();
            }

            Network network = Nets.Of(Nets.Layer("embedding", ("num", words), ("dim", features)), Shape(size));
            Assert.Equal(Shape([.. size, features]), network.Outputs[0].Shape);
            OracleAssert.Full(tally, network);
        },
        iter: 200);

    [Theory]
    [InlineData("add")]
    [InlineData("multiply")]
    public void Joins_stretch_sizes_of_1_as_numpy_does(string kind) => s_broadcast.Sample(
        (size, masks) =>
        {
            int[][] shapes = [.. masks.Select(mask => Mask(size, mask))];
            int[] whole = [.. size.Select((_, axis) => shapes.Max(shape => Aligned(shape, axis, size.Length)))];
            int rank = shapes.Max(shape => shape.Length);
            var tally = new Tally();
            foreach (int[] element in Loops.Over(whole))
            {
                foreach (int[] _ in shapes.Skip(1))
                {
                    tally.Step();
                }
            }

            Network network = Nets.Of(Nets.Layer(kind), [.. shapes.Select(Shape)]);
            Assert.Equal(Shape(whole[^rank..]), network.Outputs[0].Shape);
            OracleAssert.Full(tally, network);
        },
        iter: 300);

    [Fact]
    public void A_constant_multiplies_every_element() => Gen.Int[1, 4].Array[1, 5].Sample(
        size =>
        {
            var tally = new Tally();
            foreach (int[] element in Loops.Over(size))
            {
                tally.Step();
            }

            OracleAssert.Full(tally, Nets.Of(Nets.Layer("scale"), Shape(size)));
        },
        iter: 100);

    [Theory]
    [InlineData("add", true)]
    [InlineData("multiply", true)]
    [InlineData("concat", false)]
    public void Free_weights_are_parameters_and_meet_every_element(string join, bool isArithmetic) => Gen.Select(
        Gen.Int[1, 4].Array[2, 5], Gen.Int[0, 31]).Sample(
        (size, mask) =>
        {
            int[] weights = isArithmetic ? Mask(size[1..], mask) : size[1..];
            var tally = new Tally();
            foreach (int[] weight in Loops.Over(weights))
            {
                tally.Weigh();
            }

            foreach (int[] element in Loops.Over(isArithmetic ? size : [0]))
            {
                tally.Step();
            }

            OracleAssert.Full(
                tally,
                Nets.Of(Nets.Layer("parameter", ("shape", weights), ("join", join), ("axis", 1)), Shape(size)));
        },
        iter: 200);

    // One neighbour is copied; several are weighted and summed.
    private static void Blend(Tally tally, int neighbours)
    {
        var sum = new Accumulator(tally);
        for (int neighbour = 0; neighbour < neighbours; neighbour++)
        {
            if (neighbours > 1)
            {
                tally.Multiply();
            }

            sum.Take();
        }
    }

    private static int[] Mask(int[] size, int mask) =>
        [.. size.Select((elements, axis) => (mask >> axis) % 2 == 1 ? elements : 1).Skip(mask % size.Length)];

    private static int Aligned(int[] shape, int axis, int rank) =>
        axis < rank - shape.Length ? 1 : shape[axis - (rank - shape.Length)];

    private static TensorShape Shape(IEnumerable<int> sizes) => new(sizes.Select(size => (long)size));
}
