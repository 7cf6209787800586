namespace FlopsPS.Conventions;

/// <summary>Which weights count as parameters.</summary>
public enum CountedWeights
{
    /// <summary>Those that training changes.</summary>
    Trainable,

    /// <summary>All that are stored, the moving statistics of batch normalisation included.</summary>
    All,

    /// <summary>Those that training changes, of layers that run and have a rule.</summary>
    Known,
}
