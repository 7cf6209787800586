namespace FlopsPS.Networks;

/// <summary>A named input of a network.</summary>
public sealed class NetworkInput
{
    internal NetworkInput(string name, Tensor tensor, string layout)
    {
        Name = name;
        Tensor = tensor;
        Layout = layout;
    }

    /// <summary>The name, "input" where there is only one.</summary>
    public string Name { get; }

    /// <summary>The order in which its author writes its sizes, e.g. NHWC; the tensor is in the engine's order.</summary>
    public string Layout { get; }

    /// <summary>The tensor that comes in.</summary>
    public Tensor Tensor { get; }
}
