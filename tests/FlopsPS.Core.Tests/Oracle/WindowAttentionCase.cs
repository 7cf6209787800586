using System.Collections.Generic;
using System.Linq;
using CsCheck;
using FlopsPS.Layers;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>A small random attention within windows of a map.</summary>
internal sealed record WindowAttentionCase(
    int Batch,
    int[] Size,
    bool IsChannelsLast,
    int Heads,
    int Dim,
    int[] Window,
    int[] Shift,
    bool HasBias,
    bool HasPositionBias,
    int Version)
{
    public static readonly Gen<WindowAttentionCase> Any =
        from axes in Gen.Int[1, 3]
        from batch in Gen.Int[1, 2]
        from size in Gen.Int[1, axes == 3 ? 4 : 6].Array[axes]
        from isChannelsLast in Gen.Bool
        from heads in Gen.Int[1, 3]
        from dim in Gen.Int[1, 2]
        from window in Gen.Int[1, axes == 1 ? 4 : 3].Array[axes]
        from shift in Gen.Int[0, 3].Array[axes]
        from flags in Gen.Bool.Array[2]
        from version in Gen.Int[1, 2]
        select new WindowAttentionCase(
            batch, size, isChannelsLast, heads, dim, window, [.. shift.Zip(window, (a, b) => a % b)], flags[0],
            flags[1], version);

    public int Channels => Heads * Dim;

    public int Axes => Size.Length;

    public TensorShape Input
    {
        get
        {
            string letters = Axes switch { 1 => "L", 2 => "HW", _ => "DHW" };
            IEnumerable<long> space = Size.Select(size => (long)size);
            return IsChannelsLast
                ? new([Batch, .. space, Channels], $"N{letters}C")
                : new([Batch, Channels, .. space], $"NC{letters}");
        }
    }

    /// <summary>The extent of the windows on an axis: over three axes no larger than the map.</summary>
    public int Extent(int axis) => Axes == 3 && Size[axis] < Window[axis] ? Size[axis] : Window[axis];

    /// <summary>Where windows start on an axis: one after the other until the map is covered.</summary>
    public IReadOnlyList<int> Starts(int axis)
    {
        var starts = new List<int>();
        for (int start = 0; start < Size[axis]; start += Extent(axis))
        {
            starts.Add(start);
        }

        return starts;
    }

    /// <summary>Whether windows are moved on any axis; one that fills its axis is not.</summary>
    public bool IsShifted() => Enumerable.Range(0, Axes).Any(axis => Shift[axis] > 0 && Starts(axis).Count > 1);

    /// <summary>How far two positions of a window can lie apart, each distance once.</summary>
    public int RelativePositions()
    {
        List<int[]> places = [.. Loops.Over(Window)];
        return places
            .SelectMany(_ => places, (a, b) => string.Join(",", a.Select((place, axis) => place - b[axis])))
            .Distinct()
            .Count();
    }

    public Layer ToLayer() => Nets.Layer(
        "windowattention",
        ("heads", Heads),
        ("window", Window),
        ("shift", Shift),
        ("bias", HasBias),
        ("position_bias", HasPositionBias),
        ("version", Version));
}
