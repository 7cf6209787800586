using System.Globalization;
using FlopsPS.Networks;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>An axis as people write it: its number, negative from the end, or its name such as channels.</summary>
public readonly struct AxisArgument
{
    private readonly int _number;
    private readonly string? _name;

    /// <summary>An axis by its number, batch 0; a negative one counts from the end.</summary>
    public AxisArgument(int number)
    {
        _number = number;
        _name = null;
    }

    /// <summary>An axis by one of the names of <see cref="AxisNames"/>.</summary>
    public AxisArgument(string name)
    {
        _number = 0;
        _name = name;
    }

    /// <summary>The axis that is meant in a shape, counted from 0.</summary>
    /// <exception cref="NetworkException">The shape has no such axis.</exception>
    public int Resolve(TensorShape shape)
    {
        int axis = _name is not null ? AxisNames.Find(shape, _name) : _number < 0 ? _number + shape.Rank : _number;
        return axis >= 0 && axis < shape.Rank
            ? axis
            : throw new NetworkException(ErrorCode.ShapeMismatch, $"{shape} has no axis {this}; {Known(shape)}");
    }

    /// <summary>The axis as a manifest spells it.</summary>
    public override string ToString() => _name ?? _number.ToString(CultureInfo.InvariantCulture);

    private static string Known(TensorShape shape)
    {
        string names = string.Join(", ", AxisNames.Of(shape));
        return $"its axes are 0 to {shape.Rank - 1}" + (names.Length == 0 ? string.Empty : $", or by name {names}");
    }
}
