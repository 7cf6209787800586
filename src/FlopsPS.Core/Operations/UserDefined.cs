namespace FlopsPS.Operations;

/// <summary>An operation of a custom layer, whose cost the user states; what is not stated is not known.</summary>
public sealed class UserDefined : Operation
{
    /// <summary>States what the user knows of the operation.</summary>
    public UserDefined(string name, long? macs, long? flops)
        : base(name)
    {
        Macs = macs;
        Flops = flops;
    }

    /// <summary>The multiply-accumulates as stated, or null.</summary>
    public long? Macs { get; }

    /// <summary>The floating-point operations as stated, or null.</summary>
    public long? Flops { get; }
}
