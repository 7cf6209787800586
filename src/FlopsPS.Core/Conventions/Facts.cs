using System.Globalization;
using System.Linq;
using FlopsPS.Numbers;
using FlopsPS.Tensors;

namespace FlopsPS.Conventions;

/// <summary>Turns the facts of an operation into amounts, with their formula text when a row is to be explained.
/// </summary>
public readonly struct Facts
{
    private readonly bool _explain;

    /// <summary>Chooses whether amounts remember their formula.</summary>
    public Facts(bool explain) => _explain = explain;

    /// <summary>A number under a name.</summary>
    public Amount Of(long value, string unit) => _explain ? Amount.Explained(value).As(unit) : value;

    /// <summary>A bare number.</summary>
    public Amount Of(long value) => _explain ? Amount.Explained(value) : value;

    /// <summary>The elements of a shape under a name, as the product of its sizes: 16*28*28 outputs.</summary>
    public Amount Of(TensorShape shape, string unit)
    {
        if (!_explain)
        {
            return shape.Elements;
        }

        string factors = string.Join("*", shape.Sizes
            .Where(size => size != 1)
            .Select(size => size.ToString(CultureInfo.InvariantCulture)));
        return Amount.Explained(shape.Elements, factors.Length == 0 ? "1" : factors).As(unit);
    }
}
