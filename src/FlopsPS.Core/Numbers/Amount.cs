using System.Globalization;

namespace FlopsPS.Numbers;

/// <summary>
/// An exact count that can remember how it came about. A convention computes with amounts, so the number it returns
/// and the formula that explains it are one and the same expression. Arithmetic is checked.
/// </summary>
public readonly struct Amount
{
    private readonly Binding _binding;

    private Amount(long value, string? text, Binding binding)
    {
        Value = value;
        Text = text;
        _binding = binding;
    }

    // How tightly the outermost operator of the text binds: decides about parentheses.
    private enum Binding
    {
        Sum,
        Product,
        Atom,
    }

    /// <summary>The count.</summary>
    public long Value { get; }

    /// <summary>The formula with its numbers in it, or null when nobody asked for one.</summary>
    public string? Text { get; }

    /// <summary>A plain number; it takes part in a formula when it meets an explained amount.</summary>
    public static implicit operator Amount(long value) => new(value, null, Binding.Atom);

    /// <summary>The sum.</summary>
    public static Amount operator +(Amount a, Amount b) =>
        Combine(a, b, a.Value + b.Value, " + ", Binding.Sum, rightNeeds: Binding.Sum);

    /// <summary>The difference.</summary>
    public static Amount operator -(Amount a, Amount b) =>
        Combine(a, b, a.Value - b.Value, " - ", Binding.Sum, rightNeeds: Binding.Product);

    /// <summary>The product.</summary>
    public static Amount operator *(Amount a, Amount b) =>
        Combine(a, b, a.Value * b.Value, " x ", Binding.Product, rightNeeds: Binding.Product);

    /// <summary>A number that explains itself by its digits, or by <paramref name="factors"/> such as 16*28*28.
    /// </summary>
    public static Amount Explained(long value, string? factors = null)
    {
        string text = factors ?? value.ToString(CultureInfo.InvariantCulture);
        return new(value, text, text.IndexOf('*') >= 0 ? Binding.Product : Binding.Atom);
    }

    /// <summary>The same number under a name, e.g. 75 mul: the formula shows the number, then the word.</summary>
    public Amount As(string unit)
    {
        if (Text is null)
        {
            return this;
        }

        string number = _binding == Binding.Sum ? Value.ToString(CultureInfo.InvariantCulture) : Text;
        return new(Value, number + " " + unit, _binding == Binding.Sum ? Binding.Atom : _binding);
    }

    /// <summary>The digits of the value.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static Amount Combine(Amount a, Amount b, long value, string sign, Binding binding, Binding rightNeeds)
    {
        if (a.Text is null && b.Text is null)
        {
            return value;
        }

        return new(value, Wrap(a, binding) + sign + Wrap(b, rightNeeds), binding);
    }

    private static string Wrap(Amount amount, Binding needed)
    {
        string text = amount.Text ?? amount.ToString();
        return amount._binding < needed ? "(" + text + ")" : text;
    }
}
