using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>A tensor that a layer stores.</summary>
public sealed class Weight
{
    /// <summary>States name, size, what it is for, whether an earlier layer stores it too, and the type of its values
    /// where that is known.</summary>
    public Weight(
        string name,
        long elements,
        WeightRole role = WeightRole.Parameter,
        bool isShared = false,
        DataType? dataType = null)
    {
        Name = name;
        Elements = elements;
        Role = role;
        IsShared = isShared;
        DataType = dataType;
    }

    /// <summary>torch's name: weight, bias, running_mean.</summary>
    public string Name { get; }

    /// <summary>The number of values.</summary>
    public long Elements { get; }

    /// <summary>What it is for.</summary>
    public WeightRole Role { get; }

    /// <summary>A parameter when true, a buffer when false.</summary>
    public bool IsTrainable => Role == WeightRole.Parameter;

    /// <summary>Whether an earlier layer stores the tensor too, and counts it.</summary>
    public bool IsShared { get; }

    /// <summary>The type of its values, or null where nothing says it.</summary>
    public DataType? DataType { get; }
}
