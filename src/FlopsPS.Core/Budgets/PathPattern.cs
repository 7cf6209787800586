using System;
using System.Linq;
using FlopsPS.Networks;

namespace FlopsPS.Budgets;

/// <summary>
/// A pattern for paths whose segments are separated by /. Within a segment * stands for any characters and ? for one;
/// a segment ** stands for any number of segments. Case does not matter.
/// </summary>
public sealed class PathPattern
{
    private const string AnySegments = "**";

    private readonly string[] _segments;

    /// <summary>Reads a pattern; a \ separates as / does, and a leading ./ means nothing.</summary>
    /// <exception cref="NetworkException">A segment is empty, or has ** and more in it.</exception>
    public PathPattern(string text)
    {
        Text = text;
        string[] segments = text.Replace('\\', '/').Split('/');
        _segments = segments.Length > 1 && segments[0] == "." ? [.. segments.Skip(1)] : segments;
        if (_segments.Contains(string.Empty))
        {
            throw Invalid("has an empty segment; between two / stands a name or *");
        }

        if (_segments.Any(segment => segment != AnySegments && segment.Contains(AnySegments)))
        {
            throw Invalid("has ** within a segment; write * there, or ** as a segment of its own");
        }
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>How many segments the paths have that match; null when any number does.</summary>
    public int? Depth => _segments.Contains(AnySegments) ? null : _segments.Length;

    /// <summary>Whether a path matches from its first segment to its last.</summary>
    public bool IsMatch(string path)
    {
        string[] segments = path.Split('/');
        return Matches(
            segments.Length,
            _segments.Length,
            isAny: at => _segments[at] == AnySegments,
            fits: (item, at) => IsSegmentMatch(segments[item], _segments[at]));
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool IsSegmentMatch(string segment, string pattern) => Matches(
        segment.Length,
        pattern.Length,
        isAny: at => pattern[at] == '*',
        fits: (item, at) => pattern[at] == '?'
            || char.ToUpperInvariant(pattern[at]) == char.ToUpperInvariant(segment[item]));

    /// <summary>Whether items match a pattern, some of whose places stand for any number of items. On a mismatch only
    /// the last such place takes one item more, so the time is at most the product of the lengths.</summary>
    private static bool Matches(int items, int places, Func<int, bool> isAny, Func<int, int, bool> fits)
    {
        int item = 0;
        int at = 0;
        int any = -1;
        int taken = 0;
        while (item < items)
        {
            if (at < places && isAny(at))
            {
                any = at++;
                taken = item;
            }
            else if (at < places && fits(item, at))
            {
                item++;
                at++;
            }
            else if (any >= 0)
            {
                at = any + 1;
                item = ++taken;
            }
            else
            {
                return false;
            }
        }

        while (at < places && isAny(at))
        {
            at++;
        }

        return at == places;
    }

    private NetworkException Invalid(string reason) => new(ErrorCode.BudgetInvalid, $"The pattern '{Text}' {reason}.");
}
