using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace FlopsPS.Binding;

/// <summary>Names with wildcards, ignoring case, and which of the plain ones have not been met.</summary>
internal sealed class NamePatterns
{
    private readonly IReadOnlyList<KeyValuePair<string, WildcardPattern>> _patterns;
    private readonly HashSet<string> _unmatched;

    public NamePatterns(IEnumerable<string> patterns)
    {
        _patterns = [.. patterns.Select(text => new KeyValuePair<string, WildcardPattern>(
            text, Wildcard(text)))];
        _unmatched = [.. patterns.Where(text => !WildcardPattern.ContainsWildcardCharacters(text))];
    }

    /// <summary>The names without wildcards that nothing matched so far.</summary>
    public IEnumerable<string> Unmatched => _unmatched;

    /// <summary>One such pattern. In every culture i and I are the same letter.</summary>
    public static WildcardPattern Wildcard(string name) =>
        WildcardPattern.Get(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);

    /// <summary>Whether a name matches one of the patterns.</summary>
    public bool Match(string name)
    {
        bool isMatch = false;
        foreach (KeyValuePair<string, WildcardPattern> pattern in _patterns.Where(p => p.Value.IsMatch(name)))
        {
            _unmatched.Remove(pattern.Key);
            isMatch = true;
        }

        return isMatch;
    }
}
