namespace FlopsPS.Operations;

/// <summary>The formula family of a contraction; some conventions price them differently.</summary>
public enum ContractionForm
{
    /// <summary>A kernel slides over the input.</summary>
    Convolution,

    /// <summary>Every input value is spread over a kernel's extent.</summary>
    TransposedConvolution,

    /// <summary>A fully connected layer: weights of its own.</summary>
    Linear,

    /// <summary>Two activations are multiplied: attention scores, batched products.</summary>
    MatMul,
}
