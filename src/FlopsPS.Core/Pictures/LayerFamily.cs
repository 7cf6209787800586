namespace FlopsPS.Pictures;

/// <summary>What a layer is at heart; its colour in a picture.</summary>
internal enum LayerFamily
{
    /// <summary>Convolutions, transposed ones too.</summary>
    Convolution,

    /// <summary>Linear layers, products of matrices, Einstein sums.</summary>
    Linear,

    /// <summary>Attention with what belongs to it.</summary>
    Attention,

    /// <summary>Recurrent networks.</summary>
    Recurrent,

    /// <summary>Normalisations.</summary>
    Normalization,

    /// <summary>Functions of each element, softmax, sums of two inputs.</summary>
    Elementwise,

    /// <summary>Poolings and other reductions.</summary>
    Pooling,

    /// <summary>What moves values, looks them up, or is unknown.</summary>
    Other,
}
