using System;
using System.Collections.Generic;

namespace FlopsPS.Onnx.Lowering;

/// <summary>Gives every node a path of its own: files may name nodes alike, or not at all.</summary>
internal sealed class PathBook
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The path itself when it is free, else with the next number behind it.</summary>
    public string Claim(string path)
    {
        for (string candidate = path; ;)
        {
            _counts.TryGetValue(candidate, out int count);
            _counts[candidate] = count + 1;
            if (count == 0)
            {
                return candidate;
            }

            candidate = FormattableString.Invariant($"{path}{count + 1}");
        }
    }
}
