using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Comparing;

/// <summary>What a convention does not define and its reference does not count either: it makes no difference between
/// the two, but may between others.</summary>
internal sealed class UncountedOperations
{
    private readonly Dictionary<TermSubject, long> _times = [];

    public void Add(TermSubject subject)
    {
        _times.TryGetValue(subject, out long before);
        _times[subject] = before + 1;
    }

    /// <summary>Those that another convention counts, each with how often, by kind: relu x49, attention (attention
    /// scale x12, softmax x12); null for none.</summary>
    public string? Among(ICollection<TermSubject> counted)
    {
        string text = string.Join(", ", _times
            .Where(pair => counted.Contains(pair.Key))
            .GroupBy(pair => pair.Key.Kind, (kind, missed) => Text(kind, [.. missed])));
        return text.Length == 0 ? null : text;
    }

    private static string Text(string kind, IReadOnlyList<KeyValuePair<TermSubject, long>> missed) => missed.Count == 1
        ? Times(missed[0].Key.ToString(), missed[0].Value)
        : $"{kind} ({string.Join(", ", missed.Select(pair => Times(pair.Key.Operation ?? kind, pair.Value)))})";

    private static string Times(string name, long times) =>
        times == 1 ? name : FormattableString.Invariant($"{name} x{times}");
}
