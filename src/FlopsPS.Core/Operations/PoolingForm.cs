namespace FlopsPS.Operations;

/// <summary>What a pooling window is reduced to.</summary>
public enum PoolingForm
{
    /// <summary>Its largest value.</summary>
    Max,

    /// <summary>Its mean.</summary>
    Average,
}
