namespace FlopsPS.Layers;

/// <summary>A tensor that a layer stores.</summary>
public sealed class Weight
{
    /// <summary>States name, size, whether training changes it and whether an earlier layer stores it too.</summary>
    public Weight(string name, long elements, bool isTrainable, bool isShared = false)
    {
        Name = name;
        Elements = elements;
        IsTrainable = isTrainable;
        IsShared = isShared;
    }

    /// <summary>torch's name: weight, bias, running_mean.</summary>
    public string Name { get; }

    /// <summary>The number of values.</summary>
    public long Elements { get; }

    /// <summary>A parameter when true, a buffer (BatchNorm's moving statistics) when false.</summary>
    public bool IsTrainable { get; }

    /// <summary>Whether an earlier layer stores the tensor too, and counts it.</summary>
    public bool IsShared { get; }
}
