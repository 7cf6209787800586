namespace FlopsPS.Operations;

/// <summary>Elements brought to mean 0 and variance 1, then scaled and shifted.</summary>
public sealed class Normalization : Operation
{
    /// <summary>States the facts of a normalisation.</summary>
    public Normalization(NormalizationForm form, long elements, long rows, bool isAffine, bool usesStoredStatistics)
        : base(form.ToString().ToLowerInvariant())
    {
        Form = form;
        Elements = elements;
        Rows = rows;
        IsAffine = isAffine;
        UsesStoredStatistics = usesStoredStatistics;
    }

    /// <summary>Which elements share their statistics.</summary>
    public NormalizationForm Form { get; }

    /// <summary>The number of elements.</summary>
    public long Elements { get; }

    /// <summary>The number of groups of elements that share one mean and variance.</summary>
    public long Rows { get; }

    /// <summary>Whether each element is scaled and shifted by learned weights afterwards.</summary>
    public bool IsAffine { get; }

    /// <summary>Whether mean and variance are stored (inference) or come from the elements themselves.</summary>
    public bool UsesStoredStatistics { get; }
}
