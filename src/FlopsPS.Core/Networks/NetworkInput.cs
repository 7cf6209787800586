namespace FlopsPS.Networks;

/// <summary>A named input of a network.</summary>
public sealed class NetworkInput
{
    internal NetworkInput(string name, Tensor tensor)
    {
        Name = name;
        Tensor = tensor;
    }

    /// <summary>The name, "input" where there is only one.</summary>
    public string Name { get; }

    /// <summary>The tensor that comes in.</summary>
    public Tensor Tensor { get; }
}
