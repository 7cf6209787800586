namespace FlopsPS.Yaml.Expressions;

/// <summary>A parsed expression.</summary>
internal abstract class Expression
{
    /// <summary>The value: a <see cref="long"/>, a <see cref="Numbers.Rational"/> that is not whole, a
    /// <see cref="bool"/> or a word.</summary>
    /// <exception cref="ExpressionException">A name is unknown, or the operands do not fit.</exception>
    public abstract object Evaluate(Scope scope);
}
