using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Numbers;

namespace FlopsPS.Counting;

/// <summary>A sum that is known, known in part, or not known at all, with its formula when its terms have one.
/// </summary>
internal sealed class Figure
{
    private List<string>? _terms;
    private Dictionary<string, long>? _parts;
    private long _sum;
    private bool _isKnown;
    private bool _isMissing;

    /// <summary>The sum of what is known; null when terms came and none was known.</summary>
    public long? Value => _isKnown || !_isMissing ? _sum : null;

    /// <summary>The terms with their numbers, and the sum: 2 x (3 mul + 2 add) = 10.</summary>
    public string? Formula
    {
        get
        {
            if (Value is not { } value)
            {
                return null;
            }

            IEnumerable<string> terms =
                _terms ?? (_parts ?? []).Select(part => Amount.Explained(part.Value).As(part.Key).Text!);
            string text = string.Join(" + ", terms);
            return FormattableString.Invariant($"{(text.Length == 0 ? "0" : text)} = {value:N0}");
        }
    }

    public void Add(Amount? term)
    {
        if (term is not { } known)
        {
            _isMissing = true;
            return;
        }

        _isKnown = true;
        _sum += known.Value;
        if (known.Text is { } text)
        {
            (_terms ??= []).Add(text);
        }
    }

    /// <summary>Adds the figure of a part; the formula gathers parts of the same label. A lone part lends its own
    /// formula.</summary>
    public void Add(Figure part, string label)
    {
        _isKnown |= part._isKnown;
        _isMissing |= part._isMissing;
        _sum += part._sum;
        if (part._terms is null)
        {
            return;
        }

        _terms = _parts is null ? part._terms : null;
        _parts ??= new(StringComparer.Ordinal);
        _parts.TryGetValue(label, out long before);
        _parts[label] = before + part._sum;
    }
}
