namespace FlopsPS.Layers;

/// <summary>A tensor that a layer stores.</summary>
public sealed class Weight
{
    /// <summary>States name, size and whether training changes it.</summary>
    public Weight(string name, long elements, bool isTrainable)
    {
        Name = name;
        Elements = elements;
        IsTrainable = isTrainable;
    }

    /// <summary>torch's name: weight, bias, running_mean.</summary>
    public string Name { get; }

    /// <summary>The number of values.</summary>
    public long Elements { get; }

    /// <summary>A parameter when true, a buffer (BatchNorm's moving statistics) when false.</summary>
    public bool IsTrainable { get; }
}
