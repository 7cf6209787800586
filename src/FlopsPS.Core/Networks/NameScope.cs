using System;
using System.Collections.Generic;

namespace FlopsPS.Networks;

/// <summary>
/// Names within one level of the hierarchy: the first conv is conv, the second conv2. A name never changes when a layer
/// is added behind it.
/// </summary>
public sealed class NameScope
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The next free name for a layer of this kind.</summary>
    public string Claim(string kind)
    {
        string name = Next(kind);
        _counts.TryGetValue(kind, out int count);
        _counts[kind] = count + 1;
        return name;
    }

    /// <summary>The name that the next layer of this kind would get, or the one so many behind it.</summary>
    public string Next(string kind, int behind = 0)
    {
        _counts.TryGetValue(kind, out int count);
        int number = count + behind + 1;
        return number == 1 ? kind : FormattableString.Invariant($"{kind}{number}");
    }
}
