using System.Collections.Generic;
using System.Linq;
using CsCheck;
using FlopsPS.Networks;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>Attention within windows against loops over window, head, query and key of the window; the positions that
/// fill up the last windows of an axis are computed like all others.</summary>
public class WindowAttentionOracleTests
{
    // The width of the network that makes the position bias of version 2, in torchvision and in the paper.
    private const int Hidden = 512;

    [Fact]
    public void Window_attention_counts_what_the_loop_nest_does() => WindowAttentionCase.Any.Sample(
        sample =>
        {
            var tally = new Tally();
            int length = Loops.Over([.. sample.Window.Select((_, axis) => sample.Extent(axis))]).Count();
            LinearWalk[] projections = [.. Enumerable.Range(0, 4).Select(_ =>
                new LinearWalk(tally, sample.Channels, sample.Channels, sample.HasBias))];
            Prepare(sample, length, tally);
            IReadOnlyList<int>[] starts = [.. sample.Size.Select((_, axis) => sample.Starts(axis))];
            foreach (int image in Enumerable.Range(0, sample.Batch))
            {
                foreach (int[] window in Loops.Combine(starts))
                {
                    Attend(sample, projections, length, tally);
                }
            }

            Network network = Nets.Of(sample.ToLayer(), sample.Input);
            Assert.Equal(sample.Input, network.Outputs[0].Shape);
            OracleAssert.Contraction(tally, network);
        },
        iter: 200);

    private static void Attend(WindowAttentionCase sample, LinearWalk[] projections, int length, Tally tally)
    {
        for (int token = 0; token < length; token++)
        {
            foreach (LinearWalk projection in projections)
            {
                projection.Apply();
            }
        }

        int[] keys = [.. Enumerable.Range(0, length)];
        foreach (int[] query in Loops.Over(sample.Heads, length))
        {
            Scale(sample, tally);
            AttentionWalk.Score(tally, keys, sample.Dim);
            foreach (int key in keys)
            {
                Times(sample.Version == 2 ? 1 : 0, tally); // times the learned scale
                Times(sample.HasPositionBias ? 1 : 0, tally); // plus the position bias
                Times(sample.IsShifted() ? 1 : 0, tally); // plus the mask
            }

            AttentionWalk.Attend(tally, keys, sample.Dim);
        }
    }

    // Version 1 scales the query; version 2 brings it and its counterpart among the keys to length 1.
    private static void Scale(WindowAttentionCase sample, Tally tally)
    {
        if (sample.Version == 1)
        {
            Times(sample.Dim, tally);
            return;
        }

        for (int side = 0; side < 2; side++)
        {
            Times(sample.Dim, tally); // square
            Times(sample.Dim - 1, tally); // sum
            Times(2, tally); // root, and no smaller than epsilon
            Times(sample.Dim, tally); // divide
        }
    }

    // What is computed once, whatever the number of windows.
    private static void Prepare(WindowAttentionCase sample, int length, Tally tally)
    {
        for (int head = 0; sample.Version == 2 && head < sample.Heads; head++)
        {
            tally.Weigh(); // the scale of its cosines
            Times(2, tally); // minimum, exp
        }

        int positions = sample.HasPositionBias ? sample.RelativePositions() : 0;
        if (sample.Version == 1)
        {
            foreach (int[] bias in Loops.Over(positions, sample.Heads))
            {
                tally.Weigh();
            }
        }
        else if (positions > 0)
        {
            ComputeBias(sample, positions, length, tally);
        }
    }

    private static void ComputeBias(WindowAttentionCase sample, int positions, int length, Tally tally)
    {
        var first = new LinearWalk(tally, sample.Axes, Hidden, hasBias: true);
        var second = new LinearWalk(tally, Hidden, sample.Heads, hasBias: false);
        for (int position = 0; position < positions; position++)
        {
            first.Apply();
            Times(Hidden, tally); // relu
            second.Apply();
        }

        foreach (int[] pair in Loops.Over(length, length, sample.Heads))
        {
            Times(4, tally); // sigmoid: negate, exp, add, divide
            Times(1, tally); // times 16
        }
    }

    private static void Times(int steps, Tally tally)
    {
        for (int step = 0; step < steps; step++)
        {
            tally.Step();
        }
    }
}
