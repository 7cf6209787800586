using System;

namespace FlopsPS.Layers;

/// <summary>
/// Which keys each query of an attention sees: all of them; with <c>causal</c> those that do not come after it; with a
/// <c>window</c> those fewer than so many places away.
/// </summary>
/// <remarks>Query i and key j stand at the same place when i = j, as in torch's scaled_dot_product_attention.</remarks>
internal readonly struct VisibleKeys
{
    /// <summary>Counts what queries see of keys.</summary>
    public VisibleKeys(long queries, long keys, bool isCausal = false, long? window = null)
    {
        Queries = queries;
        Keys = keys;
        Pairs = queries * keys;
        Seeing = queries;
        if (!isCausal && window is null)
        {
            return;
        }

        // Query i sees the keys from i - reach + 1 up to, not with, i + ahead, where they exist.
        long reach = Math.Min(window ?? long.MaxValue, queries + keys);
        long ahead = isCausal ? 1 : reach;
        Pairs = Ramp(queries, keys, ahead) - Ramp(queries, keys, 1 - reach);
        Seeing = Math.Min(queries, keys + reach - 1);
    }

    /// <summary>The number of queries.</summary>
    public long Queries { get; }

    /// <summary>The number of keys.</summary>
    public long Keys { get; }

    /// <summary>The pairs of a query and a key that it sees.</summary>
    public long Pairs { get; }

    /// <summary>The queries that see at least one key.</summary>
    public long Seeing { get; }

    /// <summary>Whether nothing is hidden.</summary>
    public bool IsAll => Pairs == Queries * Keys;

    /// <summary>The sum over all queries i of the keys below i + shift: min(max(i + shift, 0), keys).</summary>
    private static long Ramp(long queries, long keys, long shift) => Below(queries + shift, keys) - Below(shift, keys);

    /// <summary>The sum of min(k, keys) for k from 0 up to, not with, <paramref name="end"/>: 0 + 1 + ... + keys, then
    /// keys each.</summary>
    private static long Below(long end, long keys)
    {
        long rising = Math.Min(Math.Max(end, 0), keys + 1);
        return (rising * (rising - 1) / 2) + (Math.Max(end - rising, 0) * keys);
    }
}
