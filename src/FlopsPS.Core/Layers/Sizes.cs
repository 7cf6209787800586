using System.Collections;
using System.Collections.Generic;
using FlopsPS.Networks;

namespace FlopsPS.Layers;

/// <summary>A whole number for all spatial axes, or one per axis: a kernel, a stride, a dilation.</summary>
public sealed class Sizes : IEnumerable<long>
{
    private readonly IReadOnlyList<long> _values;

    /// <summary>One value for all axes, or a value per axis.</summary>
    public Sizes(IReadOnlyList<long> values) => _values = values;

    /// <summary>How many values were given.</summary>
    public int Count => _values.Count;

    /// <summary>The value for an axis; a single value serves all.</summary>
    public long this[int axis] => _values[_values.Count == 1 ? 0 : axis];

    /// <summary>Refuses a list whose length is not the number of spatial axes.</summary>
    /// <exception cref="NetworkException">Neither one value nor one per axis.</exception>
    public void CheckRank(string argument, int axes)
    {
        if (Count != 1 && Count != axes)
        {
            throw new NetworkException(
                ErrorCode.ShapeMismatch,
                $"{argument} {RawText.Of(_values)} has {Count} values; the input has {axes} spatial axes, "
                + "so give one value or one per axis");
        }
    }

    /// <inheritdoc/>
    public IEnumerator<long> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
