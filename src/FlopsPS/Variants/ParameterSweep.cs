using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Binding;
using FlopsPS.Networks;

namespace FlopsPS.Variants;

/// <summary>The values that parameters of a network are to take: every combination, the last varying fastest.</summary>
internal sealed class ParameterSweep
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<object>> _values;

    /// <summary>Reads a dictionary from names to a value or an array of values.</summary>
    /// <exception cref="NetworkException">A value is not a number, truth value or word, or is missing.</exception>
    public ParameterSweep(IDictionary? given)
    {
        _values = (given?.Keys.Cast<object>() ?? []).ToDictionary(
            key => key.ToString(),
            key => ValuesOf(key.ToString(), given![key]),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A parameter with more than one value, or null.</summary>
    public string? SweptName => _values.Where(pair => pair.Value.Count > 1).Select(pair => pair.Key).FirstOrDefault();

    /// <summary>The combinations, in the order of the network's parameters.</summary>
    /// <param name="names">The parameters that the network has; others are left to it to refuse.</param>
    public IEnumerable<ParameterSetting> For(IReadOnlyList<string> names)
    {
        IEnumerable<string> known = names.Where(_values.ContainsKey);
        IEnumerable<string> unknown = _values.Keys
            .Where(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            .OrderBy(name => name, StringComparer.Ordinal);
        return Combine([.. known.Concat(unknown)], []);
    }

    private IEnumerable<ParameterSetting> Combine(
        IReadOnlyList<string> names, IReadOnlyList<KeyValuePair<string, object>> chosen)
    {
        if (chosen.Count == names.Count)
        {
            return [new ParameterSetting(chosen)];
        }

        string name = names[chosen.Count];
        return _values[name].SelectMany(value => Combine(names, [.. chosen, new(name, value)]));
    }

    private static IReadOnlyList<object> ValuesOf(string name, object? given)
    {
        try
        {
            return RawValue.Unwrap(given) is IEnumerable list and not string
                ? AtLeastOne(name, [.. list.Cast<object>().Select(RawValue.Single)])
                : [RawValue.Single(given)];
        }
        catch (NetworkException error) when (error.Code == ErrorCode.ArgumentInvalid)
        {
            throw new NetworkException(ErrorCode.ParameterInvalid, $"Parameter '{name}': {error.Reason}", error);
        }
    }

    private static IReadOnlyList<object> AtLeastOne(string name, IReadOnlyList<object> values)
    {
        return values.Count > 0
            ? values
            : throw new NetworkException(ErrorCode.ParameterInvalid, $"Parameter '{name}' has no value to take.");
    }
}
