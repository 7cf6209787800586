using FlopsPS.Numbers;

namespace FlopsPS.Yaml.Expressions;

/// <summary>Looks at a value as the type that an operator needs.</summary>
internal static class Operand
{
    public static Rational Number(object value, string user) => value switch
    {
        long whole => whole,
        Rational fraction => fraction,
        _ => throw new ExpressionException($"'{user}' needs numbers, not {Text(value)}"),
    };

    public static bool Truth(object value, string user) => value is bool truth
        ? truth
        : throw new ExpressionException($"'{user}' needs true or false, not {Text(value)}");

    /// <summary>A fraction that is whole becomes a whole number.</summary>
    public static object Whole(Rational value) => value.IsInteger ? value.Numerator : (object)value;

    public static string Text(object value) => value is bool truth ? (truth ? "true" : "false") : $"{value}";
}
