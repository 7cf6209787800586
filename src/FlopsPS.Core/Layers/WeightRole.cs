namespace FlopsPS.Layers;

/// <summary>What a stored tensor is for.</summary>
public enum WeightRole
{
    /// <summary>A parameter: training changes it.</summary>
    Parameter,

    /// <summary>A stored value that is not trained, such as a moving statistic.</summary>
    Buffer,

    /// <summary>The scale or the zero point of a quantisation: a buffer too.</summary>
    Scale,
}
