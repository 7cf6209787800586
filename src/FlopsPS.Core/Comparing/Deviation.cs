using System;

namespace FlopsPS.Comparing;

/// <summary>By how much two conventions differ in one operation or layer, and what can be counted in it.</summary>
internal readonly struct Deviation : IEquatable<Deviation>
{
    public Deviation(long amount, FactSheet facts)
    {
        Amount = amount;
        Facts = facts;
    }

    /// <summary>What the one counts more than the other.</summary>
    public long Amount { get; }

    public FactSheet Facts { get; }

    public bool Equals(Deviation other) => Amount == other.Amount && Facts.Equals(other.Facts);

    public override bool Equals(object? obj) => obj is Deviation other && Equals(other);

    public override int GetHashCode() => unchecked(Facts.GetHashCode() + Amount.GetHashCode());
}
