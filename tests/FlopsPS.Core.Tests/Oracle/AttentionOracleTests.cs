using System.Linq;
using CsCheck;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>Attention against loops over batch, head, query, visible key and feature.</summary>
public class AttentionOracleTests
{
    [Fact]
    public void Attention_counts_what_the_loop_nest_does() => AttentionCase.Any.Sample(
        sample =>
        {
            var tally = new Tally();
            Project(sample, tally);
            foreach (int[] head in Loops.Over([.. sample.Batch, sample.Heads]))
            {
                for (int query = 0; query < sample.Queries; query++)
                {
                    Attend(sample, query, tally);
                }
            }

            Network network = Nets.Of(sample.ToLayer(), sample.Shapes());
            int features = sample.Out == 0 ? sample.Heads * sample.Dim : sample.Out;
            Assert.Equal(sample.Shape(sample.Queries, features), network.Outputs[0].Shape);
            OracleAssert.Contraction(tally, network);
        },
        iter: 500);

    private static void Attend(AttentionCase sample, int query, Tally tally)
    {
        int[] visible = [.. Enumerable.Range(0, Keys(sample)).Where(key => sample.Sees(query, key))];
        for (int feature = 0; feature < sample.PerHead; feature++)
        {
            tally.Step(); // scale the query
        }

        AttentionWalk.Score(tally, visible, sample.PerHead);
        AttentionWalk.Attend(tally, visible, sample.PerHead);
    }

    private static int Keys(AttentionCase sample) => sample.Inputs == 1 ? sample.Queries : sample.Keys;

    // Queries, keys and values are projected from what they are made of; heads share keys, not queries.
    private static void Project(AttentionCase sample, Tally tally)
    {
        int width = sample.Heads * sample.Dim;
        int keyFeatures = sample.Inputs == 1 ? width : sample.KeyFeatures;
        int valueFeatures = sample.Inputs == 3 ? sample.ValueFeatures : keyFeatures;
        int inner = sample.Heads * sample.PerHead;
        var query = new LinearWalk(tally, width, inner, sample.HasBias);
        var key = new LinearWalk(tally, keyFeatures, sample.KvHeads * sample.PerHead, sample.HasBias);
        var value = new LinearWalk(tally, valueFeatures, sample.KvHeads * sample.PerHead, sample.HasBias);
        var output = new LinearWalk(tally, inner, sample.Out == 0 ? width : sample.Out, sample.HasOutBias);
        foreach (int[] token in Loops.Over([.. sample.Batch, sample.Queries]))
        {
            query.Apply();
            output.Apply();
        }

        foreach (int[] token in Loops.Over([.. sample.Batch, Keys(sample)]))
        {
            key.Apply();
            value.Apply();
        }
    }
}
