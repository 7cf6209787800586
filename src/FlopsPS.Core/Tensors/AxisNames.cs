using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Tensors;

/// <summary>The names that people give axes, and the axis each means in a shape.</summary>
public static class AxisNames
{
    // A name may mean several letters, the first that the shape has: 'channels' of a token sequence are its features.
    private static readonly Dictionary<string, string> s_letters = new()
    {
        ["batch"] = "N",
        ["channels"] = "CF",
        ["depth"] = "D",
        ["height"] = "H",
        ["width"] = "W",
        ["length"] = "LT",
        ["tokens"] = "TL",
        ["features"] = "FC",
    };

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> All => s_letters.Keys;

    /// <summary>The axis that a name means in a shape, or -1 when the shape has none.</summary>
    public static int Find(TensorShape shape, string name)
    {
        return s_letters.TryGetValue(name, out string? letters)
            ? letters.Select(shape.AxisOf).Where(axis => axis >= 0).DefaultIfEmpty(-1).First()
            : -1;
    }

    /// <summary>The names of the axes that a shape has, for error messages.</summary>
    public static IEnumerable<string> Of(TensorShape shape) => s_letters.Keys.Where(name => Find(shape, name) >= 0);
}
