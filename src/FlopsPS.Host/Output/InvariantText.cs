using System;
using System.Globalization;
using System.Management.Automation;

namespace FlopsPS.Host.Output;

/// <summary>One value as text that reads the same everywhere: no digit grouping, no user's culture.</summary>
internal static class InvariantText
{
    internal static string Of(object? value) => value switch
    {
        DateTime or DateTimeOffset => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        _ => LanguagePrimitives.ConvertTo<string>(value),
    };
}
