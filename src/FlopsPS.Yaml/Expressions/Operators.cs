using System;
using System.Collections.Generic;
using FlopsPS.Numbers;

namespace FlopsPS.Yaml.Expressions;

/// <summary>What the operators compute; spelled and meant as in Python, on exact numbers.</summary>
internal static class Operators
{
    private static readonly Dictionary<string, Func<Rational, Rational, object>> s_numeric = new(StringComparer.Ordinal)
    {
        ["+"] = (a, b) => Operand.Whole(a + b),
        ["-"] = (a, b) => Operand.Whole(a - b),
        ["*"] = (a, b) => Operand.Whole(a * b),
        ["/"] = (a, b) => Operand.Whole(a / b),
        ["//"] = (a, b) => (a / b).Floor(),
        ["%"] = (a, b) => Operand.Whole(a - (b * (a / b).Floor())),
        ["**"] = (a, b) => Operand.Whole(Power(a, b)),
        ["<"] = (a, b) => a < b,
        [">"] = (a, b) => a > b,
        ["<="] = (a, b) => a <= b,
        [">="] = (a, b) => a >= b,
    };

    public static Expression Join(string sign, Expression left, Expression right) => sign switch
    {
        "and" => new Binary(left, right, (a, b) => Operand.Truth(a, sign) && Operand.Truth(b(), sign)),
        "or" => new Binary(left, right, (a, b) => Operand.Truth(a, sign) || Operand.Truth(b(), sign)),
        "==" => new Binary(left, right, (a, b) => Operand.AreSame(a, b())),
        "!=" => new Binary(left, right, (a, b) => !Operand.AreSame(a, b())),
        _ => new Binary(left, right, (a, b) => Compute(sign, a, b())),
    };

    /// <summary>A chain of comparisons: a &lt; b &lt; c means a &lt; b and b &lt; c.</summary>
    public static Expression Compare(Expression first, IReadOnlyList<(string Sign, Expression Right)> others)
    {
        Expression? all = null;
        Expression left = first;
        foreach ((string sign, Expression right) in others)
        {
            Expression pair = Join(sign, left, right);
            all = all is null ? pair : Join("and", all, pair);
            left = right;
        }

        return all ?? first;
    }

    public static Expression Signed(string sign, Expression operand) => sign == "-"
        ? new Unary(operand, value => Explained.Negative(value, Operand.Whole(-Operand.Number(value, sign))))
        : new Unary(operand, value => value is Explained ? value : Operand.Whole(Operand.Number(value, sign)));

    public static Expression Not(Expression operand) => new Unary(operand, value => !Operand.Truth(value, "not"));

    /// <summary>A whole power, exact.</summary>
    public static Rational Power(Rational value, Rational exponent)
    {
        if (!exponent.IsInteger)
        {
            throw new ExpressionException($"** needs a whole exponent, not {exponent}");
        }

        Rational factor = exponent < 0 ? 1 / value : value;
        Rational power = 1;
        for (long rest = Math.Abs(exponent.Numerator); rest > 0; rest >>= 1)
        {
            power = (rest & 1) == 1 ? power * factor : power;
            factor = rest > 1 ? factor * factor : factor;
        }

        return power;
    }

    private static object Compute(string sign, object a, object b)
    {
        try
        {
            return Explained.Join(a, sign, b, s_numeric[sign](Operand.Number(a, sign), Operand.Number(b, sign)));
        }
        catch (DivideByZeroException)
        {
            throw new ExpressionException($"{Operand.Text(a)} {sign} {Operand.Text(b)} divides by zero");
        }
        catch (OverflowException overflow)
        {
            throw new ExpressionException(
                $"{Operand.Text(a)} {sign} {Operand.Text(b)} does not fit into 64 bits", overflow);
        }
    }
}
