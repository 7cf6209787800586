using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using FlopsPS.Networks;
using FlopsPS.Numbers;

namespace FlopsPS.Binding;

/// <summary>
/// From what people type in PowerShell to the raw values that the engine binds: long, Rational, bool, words, lists.
/// 3, '3' and 3.0 are the same whole number; 3,5 and '3x5' and '3,5' are the same list.
/// </summary>
internal static class RawValue
{
    private static readonly Regex s_sizes = new(@"^\s*\d+(\s*[xX,]\s*\d+)+\s*$", RegexOptions.CultureInvariant);

    /// <summary>A single value, or a list of them.</summary>
    /// <exception cref="NetworkException">The value is none of these.</exception>
    public static object Of(object? value) => Unwrap(value) switch
    {
        string text when s_sizes.IsMatch(text) => text.Split('x', 'X', ',').Select(Single).ToList(),
        IEnumerable list and not string => Items(list),
        var single => Single(single),
    };

    /// <summary>A single value.</summary>
    /// <exception cref="NetworkException">The value is not a number, a truth value or a word.</exception>
    public static object Single(object? value)
    {
        object? bare = Unwrap(value);
        try
        {
            return bare switch
            {
                bool truth => truth,
                SwitchParameter flag => flag.IsPresent,
                string text => OfText(text.Trim()),
                sbyte or byte or short or ushort or int or uint or long or ulong =>
                    Convert.ToInt64(bare, CultureInfo.InvariantCulture),
                decimal number => OfNumber(number),
                float or double => OfNumber(Convert.ToDecimal(bare, CultureInfo.InvariantCulture)),
                null => throw new NetworkException(ErrorCode.ArgumentInvalid, "A value is missing."),
                _ => throw new NetworkException(
                    ErrorCode.ArgumentInvalid, $"'{bare}' is not a number, a truth value or a word"),
            };
        }
        catch (OverflowException overflow)
        {
            throw new NetworkException(
                ErrorCode.ArgumentInvalid, $"'{bare}' is not a number that fits into 64 bits", overflow);
        }
    }

    /// <summary>A whole number.</summary>
    /// <exception cref="NetworkException">The value is not one.</exception>
    public static long Whole(object? value)
    {
        return Single(value) is long whole
            ? whole
            : throw new NetworkException(ErrorCode.ArgumentInvalid, $"'{value}' is not a whole number");
    }

    /// <summary>One or more whole numbers.</summary>
    /// <exception cref="NetworkException">The value is something else.</exception>
    public static long[] Sizes(object? value) => Of(value) switch
    {
        List<object> { Count: 0 } => throw new NetworkException(ErrorCode.ArgumentInvalid, "A size is missing."),
        List<object> list => [.. list.Select(Whole)],
        _ => [Whole(value)],
    };

    /// <summary>The object without PowerShell's wrapping.</summary>
    public static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static List<object> Items(IEnumerable list)
    {
        var items = new List<object>();
        foreach (object? item in list)
        {
            // '3x5' inside a list is two items, so that what a row prints can be pasted in any form.
            if (Of(item) is List<object> several)
            {
                items.AddRange(several);
            }
            else
            {
                items.Add(Single(item));
            }
        }

        return items;
    }

    private static object OfText(string text)
    {
        if (bool.TryParse(text, out bool truth))
        {
            return truth;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? OfNumber(number)
            : text;
    }

    private static object OfNumber(decimal number)
    {
        Rational exact = Rational.FromDecimal(number);
        return exact.IsInteger ? exact.Numerator : (object)exact;
    }
}
