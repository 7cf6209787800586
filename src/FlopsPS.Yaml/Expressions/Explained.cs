using System;
using System.Linq;
using FlopsPS.Numbers;

namespace FlopsPS.Yaml.Expressions;

/// <summary>A number that remembers how it came about: what is computed with it is such a number as well. Multiplied is
/// written x, as in the formulas of rows; the rest is Python's.</summary>
internal sealed class Explained
{
    // How strongly the outermost operator of the text holds it together. Where people would have to think, as with
    // // or **, that is not at all.
    private const int Loose = 0;
    private const int Sum = 1;
    private const int Product = 2;
    private const int Whole = 3;

    private readonly int _strength;

    private Explained(Rational value, string text, int strength)
    {
        Value = value;
        Text = text;
        _strength = strength;
    }

    public Rational Value { get; }

    public string Text { get; }

    /// <summary>A count that remembers its formula; otherwise its plain number.</summary>
    public static object Of(Amount amount)
    {
        if (amount.Text is not { } text)
        {
            return amount.Value;
        }

        bool isProduct = text.IndexOf('*') >= 0 || text.IndexOf(" x ", StringComparison.Ordinal) >= 0;
        return new Explained(amount.Value, text, amount.IsSum ? Sum : isProduct ? Product : Whole);
    }

    /// <summary>The result of an operator, explained when one of its operands is.</summary>
    public static object Join(object left, string sign, object right, object result)
    {
        if ((left is not Explained && right is not Explained) || result is bool)
        {
            return result;
        }

        (int leftLeast, int rightLeast, int strength) = sign switch
        {
            "+" => (Sum, Sum, Sum),
            "-" => (Sum, Product, Sum),
            "*" => (Product, Product, Product),
            "/" => (Product, Whole, Product),
            _ => (Whole, Whole, Loose),
        };
        string text = $"{Wrap(left, leftLeast)} {(sign == "*" ? "x" : sign)} {Wrap(right, rightLeast)}";
        return new Explained(Operand.Number(result, sign), text, strength);
    }

    public static object Negative(object value, object result) => value is Explained
        ? new Explained(Operand.Number(result, "-"), "-" + Wrap(value, Whole), Loose)
        : result;

    /// <summary>The result of a function, explained when one of its arguments is.</summary>
    public static object Call(string function, object[] arguments, object result)
    {
        return arguments.Any(argument => argument is Explained)
            ? new Explained(
                Operand.Number(result, function),
                $"{function}({string.Join(", ", arguments.Select(argument => Wrap(argument, Loose)))})",
                Whole)
            : result;
    }

    /// <summary>The digits of the value.</summary>
    public override string ToString() => Value.ToString();

    private static string Wrap(object operand, int least)
    {
        if (operand is not Explained explained)
        {
            Rational number = Operand.Number(operand, "()");
            bool isAlone = number >= 0 && number.ToString().IndexOf('/') < 0;
            explained = new(number, number.ToString(), isAlone ? Whole : Loose);
        }

        return explained._strength < least ? $"({explained.Text})" : explained.Text;
    }
}
