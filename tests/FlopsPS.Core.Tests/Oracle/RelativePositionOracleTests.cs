using System.Linq;
using CsCheck;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>Relative positions against loops over heads, queries, axes and keys.</summary>
public class RelativePositionOracleTests
{
    private static readonly Gen<(int[] Queries, int[] Keys)> s_maps =
        from axes in Gen.Int[1, 3]
        from queries in Gen.Int[1, 4].Array[axes]
        from keys in Gen.Int[1, 4].Array[axes]
        select (queries, keys);

    [Fact]
    public void A_score_gets_a_product_with_the_vector_of_its_distance_along_each_axis() => Gen.Select(
        s_maps, Gen.Int[1, 3].Array[2], Gen.Int[1, 5], Gen.Int[0, 2]).Sample(
        (maps, heads, features, others) =>
        {
            (int[] queries, int[] keys) = maps;
            var tally = new Tally();
            foreach (int[] query in Loops.Over([.. heads, .. queries]))
            {
                foreach (int key in keys.SelectMany(size => Enumerable.Range(0, size)))
                {
                    tally.Dot(features);
                }

                foreach (int[] key in Loops.Over(keys))
                {
                    foreach (int axis in key)
                    {
                        tally.Step();
                    }
                }
            }

            for (int axis = 0; axis < queries.Length; axis++)
            {
                // The longer map at one end of the other, and at the other end.
                int longest = new[] { queries[axis], keys[axis] }.Max();
                foreach (int[] weight in Loops.Over(longest + longest - 1, features))
                {
                    tally.Weigh();
                }
            }

            int length = others + Loops.Over(queries).Count();
            Network network = Nets.Of(
                Nets.Layer("relativeposition", ("queries", queries), ("keys", keys)),
                Shape([.. heads, length, others + Loops.Over(keys).Count()]),
                Shape([.. heads, length, features]));
            OracleAssert.Contraction(tally, network);
        },
        iter: 200);

    private static TensorShape Shape(int[] sizes) => new(sizes.Select(size => (long)size));
}
