using System.Collections.Generic;

namespace FlopsPS.Yaml.Expressions;

/// <summary>A parsed expression.</summary>
internal abstract class Expression
{
    /// <summary>The names that take part, each with its offset in the text.</summary>
    public virtual IEnumerable<(string Text, int Offset)> Names => [];

    /// <summary>The value: a <see cref="long"/>, a <see cref="Numbers.Rational"/> that is not whole, a
    /// <see cref="bool"/> or a word; a number that explains itself where names stand for such.</summary>
    /// <exception cref="ExpressionException">A name is unknown, or the operands do not fit.</exception>
    public abstract object Evaluate(Scope scope);
}
