using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Yaml.Expressions;

/// <summary>a if condition else b.</summary>
internal sealed class Conditional : Expression
{
    private readonly Expression _then;
    private readonly Expression _condition;
    private readonly Expression _otherwise;

    public Conditional(Expression then, Expression condition, Expression otherwise)
    {
        _then = then;
        _condition = condition;
        _otherwise = otherwise;
    }

    public override IEnumerable<(string Text, int Offset)> Names =>
        _then.Names.Concat(_condition.Names).Concat(_otherwise.Names);

    public override object Evaluate(Scope scope) =>
        (Operand.Truth(_condition.Evaluate(scope), "if") ? _then : _otherwise).Evaluate(scope);
}
