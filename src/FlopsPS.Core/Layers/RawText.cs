using System;
using System.Collections;
using System.Globalization;
using System.Linq;

namespace FlopsPS.Layers;

/// <summary>Prints argument values the way a manifest spells them.</summary>
internal static class RawText
{
    /// <summary>3, true, same, [3, 5].</summary>
    public static string Of(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        IEnumerable list => "[" + string.Join(", ", list.Cast<object>().Select(Of)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
