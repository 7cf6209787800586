using System;

namespace FlopsPS.Operations;

/// <summary>Elements summed along some axes.</summary>
public sealed class Reduction : Operation
{
    /// <summary>States the facts of a sum.</summary>
    public Reduction(long inputs, long outputs)
        : base("sum")
    {
        Inputs = inputs;
        Outputs = Math.Min(inputs, outputs);
    }

    /// <summary>The number of elements that go in.</summary>
    public long Inputs { get; }

    /// <summary>The number of sums of at least one element that come out; the first element of each is stored, every
    /// further one is added.</summary>
    public long Outputs { get; }
}
