using System.Collections.Generic;
using System.Linq;
using CsCheck;
using FlopsPS.Layers;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>A small random convolution.</summary>
internal sealed record ConvolutionCase(
    int Batch,
    int Groups,
    int InPerGroup,
    int OutPerGroup,
    int[] Size,
    int[] Kernel,
    int[] Stride,
    int[] Padding,
    int[] Dilation,
    bool HasBias)
{
    /// <summary>Convolutions over 1, 2 or 3 axes with padding at each end of its own.</summary>
    public static readonly Gen<ConvolutionCase> Any =
        from axes in Gen.Int[1, 3]
        from batch in Gen.Int[1, 2]
        from channels in Gen.Int[1, 3].Array[3]
        from size in Gen.Int[1, axes == 3 ? 4 : 7].Array[axes]
        from kernel in Gen.Int[1, 3].Array[axes]
        from stride in Gen.Int[1, 3].Array[axes]
        from padding in Gen.Int[0, 2].Array[2 * axes]
        from dilation in Gen.Int[1, 3].Array[axes]
        from bias in Gen.Bool
        select new ConvolutionCase(
            batch, channels[0], channels[1], channels[2], size, kernel, stride, padding, dilation, bias);

    public int In => Groups * InPerGroup;

    public int Out => Groups * OutPerGroup;

    public int Axes => Size.Length;

    public TensorShape Input => new([Batch, In, .. Size.Select(size => (long)size)]);

    public int Before(int axis) => Padding[axis];

    public int After(int axis) => Padding[axis + Axes];

    public int Extent(int axis) => (Dilation[axis] * (Kernel[axis] - 1)) + 1;

    public Layer ToLayer(string kind, object? padding = null, params (string Name, object Value)[] more) => Nets.Layer(
        kind,
        [
            ("out", Out),
            ("kernel", Kernel),
            ("stride", Stride),
            ("padding", padding ?? Padding),
            ("dilation", Dilation),
            ("groups", Groups),
            ("bias", HasBias),
            .. more,
        ]);

    public override string ToString() =>
        $"{Input} out {Out} groups {Groups} kernel {Text(Kernel)} stride {Text(Stride)} padding {Text(Padding)} "
        + $"dilation {Text(Dilation)} bias {HasBias}";

    /// <summary>Visits every weight and counts it.</summary>
    public void CountWeights(Tally tally)
    {
        foreach (int[] _ in Loops.Over([Out, InPerGroup, .. Kernel]))
        {
            tally.Weigh();
        }

        for (int channel = 0; HasBias && channel < Out; channel++)
        {
            tally.Weigh();
        }
    }

    /// <summary>The pairs of an output and an input channel that see each other.</summary>
    public IEnumerable<(int Out, int In)> Pairs() =>
        from output in Enumerable.Range(0, Out)
        from input in Enumerable.Range(0, In)
        where output / OutPerGroup == input / InPerGroup
        select (output, input);

    private static string Text(int[] values) => string.Join(",", values);
}
