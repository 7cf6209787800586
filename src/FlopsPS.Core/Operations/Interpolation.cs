namespace FlopsPS.Operations;

/// <summary>Output elements computed as weighted sums of neighbouring input elements.</summary>
public sealed class Interpolation : Operation
{
    /// <summary>States the facts of an interpolation.</summary>
    public Interpolation(string mode, long outputs, long taps)
        : base(mode + " interpolation")
    {
        Mode = mode;
        Outputs = outputs;
        Taps = taps;
    }

    /// <summary>nearest, linear, bilinear, bicubic or trilinear.</summary>
    public string Mode { get; }

    /// <summary>The number of output elements.</summary>
    public long Outputs { get; }

    /// <summary>The input elements that one output element blends: 1, 2, 4, 16 or 8.</summary>
    public long Taps { get; }
}
