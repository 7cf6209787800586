using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>Products of two tensors against loops over batch, row, column and term.</summary>
public class ProductOracleTests
{
    [Fact]
    public void A_matrix_product_stretches_leading_axes_of_1() => Gen.Select(
        Gen.Int[1, 3].Array[0, 3], Gen.Int[0, 7].Array[2], Gen.Int[1, 5].Array[3], Gen.Bool.Array[2]).Sample(
        (leading, masks, sizes, isTransposed) =>
        {
            (int rows, int terms, int columns) = (sizes[0], sizes[1], sizes[2]);
            int[] first = Stretched(leading, masks[0]);
            int[] second = Stretched(leading, masks[1])[(masks[1] % (leading.Length + 1))..];
            int missing = leading.Length - second.Length;
            int[] batch = [.. first.Select((size, axis) =>
                Math.Max(size, axis < missing ? 1 : second[axis - missing]))];
            var tally = new Tally();
            foreach (int[] value in Loops.Over([.. batch, rows, columns]))
            {
                tally.Dot(terms);
            }

            Network network = Nets.Of(
                Nets.Layer("matmul", ("transpose_a", isTransposed[0]), ("transpose_b", isTransposed[1])),
                Shape(first, Matrix(rows, terms, isTransposed[0])),
                Shape(second, Matrix(terms, columns, isTransposed[1])));
            Assert.Equal(Shape(batch, rows, columns), network.Outputs[0].Shape);
            OracleAssert.Contraction(tally, network);
        },
        iter: 400);

    [Fact]
    public void A_bilinear_form_is_computed_in_the_cheapest_order_of_two_steps() => Gen.Select(
        Gen.Int[1, 3].Array[1, 3], Gen.Int[1, 6], Gen.Int[1, 6], Gen.Int[1, 6], Gen.Bool).Sample(
        (vectors, first, second, outputs, hasBias) =>
        {
            Tally[] orders =
            [
                Bilinear(vectors, outputs, hasBias, made: outputs * first, terms: second, left: first),
                Bilinear(vectors, outputs, hasBias, made: outputs * second, terms: first, left: second),
                Bilinear(vectors, outputs, hasBias, made: first * second, terms: 1, left: first * second),
            ];
            Tally cheapest = orders.MinBy(tally => tally.Multiplications)!;
            foreach (int[] weight in Loops.Over(outputs, (first * second) + (hasBias ? 1 : 0)))
            {
                cheapest.Weigh();
            }

            Network network = Nets.Of(
                Nets.Layer("bilinear", ("out", outputs), ("bias", hasBias)),
                Shape(vectors, first),
                Shape(vectors, second));
            Assert.Equal(Shape(vectors, outputs), network.Outputs[0].Shape);
            OracleAssert.Contraction(cheapest, network);
        },
        iter: 400);

    // First so many values of so many terms are made, then each output sums what is left.
    private static Tally Bilinear(int[] vectors, int outputs, bool hasBias, int made, int terms, int left)
    {
        var tally = new Tally();
        foreach (int[] vector in Loops.Over(vectors))
        {
            for (int value = 0; value < made; value++)
            {
                tally.Dot(terms);
            }

            for (int output = 0; output < outputs; output++)
            {
                tally.Dot(left);
                if (hasBias)
                {
                    tally.AddBias();
                }
            }
        }

        return tally;
    }

    private static int[] Stretched(int[] leading, int mask) =>
        [.. leading.Select((size, axis) => (mask >> axis) % 2 == 1 ? size : 1)];

    private static int[] Matrix(int rows, int columns, bool isTransposed) =>
        isTransposed ? [columns, rows] : [rows, columns];

    private static TensorShape Shape(IEnumerable<int> leading, params int[] last) =>
        new(leading.Concat(last).Select(size => (long)size));
}
