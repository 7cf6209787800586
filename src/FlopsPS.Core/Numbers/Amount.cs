using System.Globalization;

namespace FlopsPS.Numbers;

/// <summary>
/// An exact count that can remember how it came about. A convention computes with amounts, so the number it returns
/// and the formula that explains it are one and the same expression. Arithmetic is checked.
/// </summary>
public readonly struct Amount
{
    private Amount(long value, string? text, bool isSum = false)
    {
        Value = value;
        Text = text;
        IsSum = isSum;
    }

    /// <summary>The count.</summary>
    public long Value { get; }

    /// <summary>The formula with its numbers in it, or null when nobody asked for one.</summary>
    public string? Text { get; }

    /// <summary>Whether the outermost operator of the text is + or -: decides about parentheses.</summary>
    public bool IsSum { get; }

    /// <summary>A plain number; it takes part in a formula when it meets an explained amount.</summary>
    public static implicit operator Amount(long value) => new(value, null);

    /// <summary>The sum.</summary>
    public static Amount operator +(Amount a, Amount b) => Combine(a, b, a.Value + b.Value, '+');

    /// <summary>The difference.</summary>
    public static Amount operator -(Amount a, Amount b) => Combine(a, b, a.Value - b.Value, '-');

    /// <summary>The product.</summary>
    public static Amount operator *(Amount a, Amount b) => Combine(a, b, a.Value * b.Value, 'x');

    /// <summary>A number that explains itself by its digits, or by <paramref name="factors"/> such as 16*28*28.
    /// </summary>
    public static Amount Explained(long value, string? factors = null) =>
        new(value, factors ?? value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The same number under a name, e.g. 75 mul: the formula shows the number, then the word.</summary>
    public Amount As(string unit)
    {
        if (Text is null)
        {
            return this;
        }

        string number = IsSum ? ToString() : Text;
        return new(Value, number + " " + unit);
    }

    /// <summary>The digits of the value.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static Amount Combine(Amount a, Amount b, long value, char sign)
    {
        if (a.Text is null && b.Text is null)
        {
            return value;
        }

        bool isProduct = sign == 'x';
        string text = Wrap(a, isProduct) + " " + sign + " " + Wrap(b, sign != '+');
        return new(value, text, isSum: !isProduct);
    }

    private static string Wrap(Amount amount, bool keepsTogether)
    {
        string text = amount.Text ?? amount.ToString();
        return keepsTogether && amount.IsSum ? "(" + text + ")" : text;
    }
}
