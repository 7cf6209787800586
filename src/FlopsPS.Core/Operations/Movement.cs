namespace FlopsPS.Operations;

/// <summary>Data moved, looked up or viewed, without arithmetic: free under every convention.</summary>
public sealed class Movement : Operation
{
    /// <summary>Names the movement, e.g. reshape.</summary>
    public Movement(string name)
        : base(name)
    {
    }
}
