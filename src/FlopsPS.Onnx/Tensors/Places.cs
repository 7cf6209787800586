using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Onnx.Tensors;

/// <summary>Where the elements of a moved tensor come from: for each element of the output its place in the input.
/// </summary>
internal static class Places
{
    /// <summary>The distance of neighbouring elements along each axis.</summary>
    public static long[] Strides(long[] sizes)
    {
        long[] strides = new long[sizes.Length];
        long stride = 1;
        for (int axis = sizes.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= sizes[axis];
        }

        return strides;
    }

    /// <summary>The places of an output of these sizes, whose neighbours along each axis lie a stride apart.</summary>
    public static int[] Strided(long[] sizes, long[] strides, long first = 0)
    {
        int[] places = new int[Dims.Product(sizes)];
        long[] index = new long[sizes.Length];
        long place = first;
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = (int)place;
            for (int axis = sizes.Length - 1; axis >= 0; axis--)
            {
                place += strides[axis];
                if (++index[axis] < sizes[axis])
                {
                    break;
                }

                place -= sizes[axis] * strides[axis];
                index[axis] = 0;
            }
        }

        return places;
    }

    /// <summary>The places when sizes of 1 stretch, aligned at the last axis.</summary>
    /// <exception cref="NetworkException">The input does not stretch to the output.</exception>
    public static int[] Stretched(long[] input, long[] output)
    {
        if (!Dims.Broadcast(input, output).SequenceEqual(output))
        {
            throw new NetworkException(
                ErrorCode.ShapeMismatch, $"{Dims.Text(input)} does not stretch to {Dims.Text(output)}");
        }

        long[] own = Strides(input);
        int offset = output.Length - input.Length;
        IEnumerable<long> strides = output.Select(
            (_, axis) => axis < offset || input[axis - offset] == 1 ? 0 : own[axis - offset]);
        return Strided(output, strides.ToArray());
    }
}
