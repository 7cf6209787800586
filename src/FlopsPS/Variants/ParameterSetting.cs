using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using FlopsPS.Counting;
using FlopsPS.Numbers;

namespace FlopsPS.Variants;

/// <summary>One value for each parameter that a caller sets: one point of a sweep.</summary>
internal sealed class ParameterSetting
{
    private const string ColumnPrefix = "Parameter.";

    private readonly IReadOnlyList<KeyValuePair<string, object>> _values;

    public ParameterSetting(IReadOnlyList<KeyValuePair<string, object>> values) => _values = values;

    /// <summary>The raw values by name.</summary>
    public IReadOnlyDictionary<string, object> Values => _values.ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>The row with a column per parameter, as wide as a pipeline carries it.</summary>
    /// <remarks>A parameter that is named like a column of the row is prefixed: Parameter.Kind.</remarks>
    public PSObject Label(ResultRow row)
    {
        var labelled = new PSObject(row);
        if (_values.Count == 0)
        {
            return labelled;
        }

        row.Variant = ToString();
        foreach (KeyValuePair<string, object> pair in _values)
        {
            string column = labelled.Properties[pair.Key] is null ? pair.Key : ColumnPrefix + pair.Key;
            labelled.Properties.Add(new PSNoteProperty(column, Scalar(pair.Value)));
        }

        return labelled;
    }

    /// <summary>width=64 resolution=192, the same in every culture.</summary>
    public override string ToString() => string.Join(" ", _values.Select(
        pair => string.Format(CultureInfo.InvariantCulture, "{0}={1}", pair.Key, pair.Value)));

    // A shell compares, sorts and serializes its own numbers; a fraction of ours would be an opaque object there.
    private static object Scalar(object raw) =>
        raw is Rational fraction ? (decimal)fraction.Numerator / fraction.Denominator : raw;
}
