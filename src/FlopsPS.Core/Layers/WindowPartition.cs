using System.Linq;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>
/// A feature map cut into windows. The map is padded to whole windows, and what is padded is computed with. Over three
/// spatial axes a window is never larger than the map, and an axis that one window fills is not shifted.
/// </summary>
/// <remarks>Source: torchvision, models/swin_transformer.py and models/video/swin_transformer.py.</remarks>
internal sealed class WindowPartition
{
    /// <summary>Cuts a map whose channels stand on any axis.</summary>
    public WindowPartition(TensorShape map, int channelAxis, Sizes window, Sizes shift)
    {
        long[] sizes = [.. map.Sizes.Where((_, axis) => axis > 0 && axis != channelAxis)];
        Windows = map[0];
        Length = 1;
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            bool isWhole = sizes[axis] <= window[axis];
            long extent = isWhole && sizes.Length == 3 ? sizes[axis] : window[axis];
            Windows *= ((sizes[axis] - 1) / extent) + 1;
            Length *= extent;
            IsShifted |= !isWhole && shift[axis] > 0;
        }
    }

    /// <summary>The windows of all samples.</summary>
    public long Windows { get; }

    /// <summary>The positions in a window.</summary>
    public long Length { get; }

    /// <summary>Whether windows reach around the edge of the map, where a mask keeps strangers apart.</summary>
    public bool IsShifted { get; }
}
