namespace FlopsPS.Operations;

/// <summary>Which elements share their statistics.</summary>
public enum NormalizationForm
{
    /// <summary>All elements of a channel, over the batch; at inference the stored statistics of the channel.</summary>
    BatchNorm,

    /// <summary>The last axes of each position.</summary>
    LayerNorm,

    /// <summary>A group of channels of each sample.</summary>
    GroupNorm,

    /// <summary>One channel of each sample.</summary>
    InstanceNorm,

    /// <summary>The last axes of each position, over the root of the mean of their squares; no mean is taken out.
    /// </summary>
    RmsNorm,

    /// <summary>Each vector over its Euclidean length.</summary>
    L2Norm,
}
