using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Numbers;

namespace FlopsPS.Layers;

/// <summary>From raw values to the types that arguments are bound to.</summary>
internal static class ArgumentConversion
{
    public static long Integer(Argument argument, object raw)
    {
        string least = argument.Minimum is { } minimum
            ? string.Format(CultureInfo.InvariantCulture, " of at least {0}", minimum)
            : string.Empty;
        return raw is long value && value >= (argument.Minimum ?? long.MinValue)
            ? value
            : throw argument.Invalid(raw, "a whole number" + least);
    }

    public static Rational Number(Argument argument, object raw) => raw switch
    {
        long value => value,
        Rational value => value,
        _ => throw argument.Invalid(raw, "a number"),
    };

    public static bool Boolean(Argument argument, object raw) =>
        raw is bool value ? value : throw argument.Invalid(raw, "true or false");

    public static string Word(Argument argument, object raw)
    {
        return raw is string word && argument.Words.Contains(word)
            ? word
            : throw argument.Invalid(raw, "one of " + List(argument.Words, "or"));
    }

    /// <summary>What <paramref name="read"/> makes of a text; the reason of its FormatException is shown.</summary>
    public static T Text<T>(Argument argument, object raw, Func<string, T> read)
    {
        try
        {
            return raw is string text ? read(text) : throw argument.Invalid(raw, "a text");
        }
        catch (FormatException error)
        {
            throw new NetworkException(
                ErrorCode.ArgumentInvalid, $"{argument.Name} '{RawText.Of(raw)}': {error.Message}", error)
            {
                Argument = argument.Name,
            };
        }
    }

    /// <summary>A whole number, or one of the words as a negative stand-in chosen by the kind.</summary>
    public static long IntegerOrWord(Argument argument, object raw, long standIn) =>
        raw is string word && argument.Words.Contains(word) ? standIn : Integer(argument, raw);

    public static IReadOnlyList<long> Integers(Argument argument, object raw) => raw is IReadOnlyList<object> list
        ? [.. list.Select(item => Integer(argument, item))]
        : [Integer(argument, raw)];

    public static IReadOnlyList<Rational> Numbers(Argument argument, object raw) => raw is IReadOnlyList<object> list
        ? [.. list.Select(item => Number(argument, item))]
        : [Number(argument, raw)];

    public static AxisArgument Axis(Argument argument, object raw) => raw switch
    {
        long number and > int.MinValue and < int.MaxValue => new((int)number),
        string name when argument.Words.Contains(name) => new(name),
        _ => throw argument.Invalid(raw, "an axis: a whole number or one of " + List(argument.Words, "or")),
    };

    public static Sizes Sizes(Argument argument, object raw) => new(Integers(argument, raw));

    public static Padding Padding(Argument argument, object raw) => raw switch
    {
        "same" => FlopsPS.Layers.Padding.Same,
        "valid" => FlopsPS.Layers.Padding.Explicit(new Sizes([0])),
        long or IReadOnlyList<object> => FlopsPS.Layers.Padding.Explicit(Sizes(argument, raw)),
        _ => throw argument.Invalid(raw, "one of same, valid or a size"),
    };

    private static string List(IReadOnlyList<string> words, string conjunction) => words.Count == 1
        ? words[0]
        : string.Join(", ", words.Take(words.Count - 1)) + $" {conjunction} " + words[words.Count - 1];
}
