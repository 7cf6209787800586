using System.Collections.Generic;
using System.Linq;
using FlopsPS.Networks;
using FlopsPS.Numbers;

namespace FlopsPS.Yaml.Expressions;

/// <summary>Looks at a value as the type that an operator needs.</summary>
internal static class Operand
{
    public static Rational Number(object value, string user) => value switch
    {
        long whole => whole,
        Rational fraction => fraction,
        Explained explained => explained.Value,
        _ => throw new ExpressionException($"'{user}' needs numbers, not {Text(value)}"),
    };

    public static bool Truth(object value, string user) => value is bool truth
        ? truth
        : throw new ExpressionException($"'{user}' needs true or false, not {Text(value)}");

    /// <summary>A fraction that is whole becomes a whole number.</summary>
    public static object Whole(Rational value) => value.IsInteger ? value.Numerator : (object)value;

    /// <summary>A value that a caller sets, as expressions know it.</summary>
    /// <exception cref="NetworkException">It is none of the types that expressions know.</exception>
    public static object Raw(string name, object value) => value switch
    {
        long or bool or string => value,
        int number => (long)number,
        Rational fraction => Whole(fraction),
        IReadOnlyList<object> list => list.Select(item => Raw(name, item)).ToArray(),
        _ => throw new NetworkException(
            ErrorCode.ParameterInvalid,
            $"the parameter '{name}' takes a number, true, false, a word or a list of those, not '{value}'"),
    };

    /// <summary>Whether two values are equal; lists are when their items are.</summary>
    public static bool AreSame(object a, object b) => (a, b) switch
    {
        (object[] left, object[] right) =>
            left.Length == right.Length && left.Zip(right, AreSame).All(same => same),
        (Explained explained, _) => AreSame(Whole(explained.Value), b),
        (_, Explained explained) => AreSame(a, Whole(explained.Value)),
        _ => a.Equals(b),
    };

    /// <summary>The value as a manifest writes it.</summary>
    public static string Text(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        object[] list => $"[{string.Join(", ", list.Select(Text))}]",
        _ => $"{value}",
    };
}
