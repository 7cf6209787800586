namespace FlopsPS.Operations;

/// <summary>Elements brought to a common scale, mostly mean 0 and variance 1, then scaled and shifted.</summary>
public sealed class Normalization : Operation
{
    /// <summary>States the facts of a normalisation.</summary>
    /// <param name="form">Which elements share their statistics.</param>
    /// <param name="elements">The number of elements.</param>
    /// <param name="rows">The number of groups of elements that share one mean and variance.</param>
    /// <param name="isAffine">Whether each element is scaled.</param>
    /// <param name="usesStoredStatistics">Whether mean and variance are stored.</param>
    /// <param name="isShifted">Whether each element is shifted; null: when it is scaled.</param>
    public Normalization(
        NormalizationForm form,
        long elements,
        long rows,
        bool isAffine,
        bool usesStoredStatistics,
        bool? isShifted = null)
        : base(form.ToString().ToLowerInvariant())
    {
        Form = form;
        Elements = elements;
        Rows = rows;
        IsAffine = isAffine;
        UsesStoredStatistics = usesStoredStatistics;
        IsShifted = isShifted ?? isAffine;
    }

    /// <summary>Which elements share their statistics.</summary>
    public NormalizationForm Form { get; }

    /// <summary>The number of elements.</summary>
    public long Elements { get; }

    /// <summary>The number of groups of elements that share one mean and variance.</summary>
    public long Rows { get; }

    /// <summary>Whether each element is scaled by a learned weight afterwards, and shifted unless
    /// <see cref="IsShifted"/> says otherwise.</summary>
    public bool IsAffine { get; }

    /// <summary>Whether each element is shifted by a learned bias afterwards.</summary>
    public bool IsShifted { get; }

    /// <summary>Whether mean and variance are stored (inference) or come from the elements themselves.</summary>
    public bool UsesStoredStatistics { get; }
}
