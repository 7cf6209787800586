namespace FlopsPS.Operations;

/// <summary>Windows reduced to their largest value or their mean.</summary>
public sealed class Pooling : Operation
{
    /// <summary>States the facts of a pooling.</summary>
    public Pooling(PoolingForm form, bool isAdaptive, long outputs, long taps, long inputs)
        : base((isAdaptive ? "adaptive " : string.Empty) + (form == PoolingForm.Max ? "max pool" : "average pool"))
    {
        Form = form;
        IsAdaptive = isAdaptive;
        Outputs = outputs;
        Taps = taps;
        Inputs = inputs;
    }

    /// <summary>Largest value or mean.</summary>
    public PoolingForm Form { get; }

    /// <summary>Whether the windows were chosen to reach a given output size.</summary>
    public bool IsAdaptive { get; }

    /// <summary>The number of output elements.</summary>
    public long Outputs { get; }

    /// <summary>The elements of all windows together, padding included.</summary>
    public long Taps { get; }

    /// <summary>The number of input elements.</summary>
    public long Inputs { get; }
}
