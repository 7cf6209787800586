using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Numbers;

namespace FlopsPS.Layers;

/// <summary>Prints argument values the way a manifest spells them.</summary>
internal static class RawText
{
    /// <summary>3, true, same, [3, 5]; sizes that are the same for all axes are one number.</summary>
    public static string Of(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        Sizes { Count: 1 } sizes => Of(sizes[0]),
        IReadOnlyList<Rational> { Count: 1 } numbers => numbers[0].ToString(),
        IEnumerable list => "[" + string.Join(", ", list.Cast<object>().Select(Of)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
