using System;
using System.Collections.Generic;
using System.Linq;

namespace FlopsPS.Yaml.Expressions;

/// <summary>An operator between two operands; the right one is computed only when the operator asks for it.</summary>
internal sealed class Binary : Expression
{
    private readonly Expression _left;
    private readonly Expression _right;
    private readonly Func<object, Func<object>, object> _compute;

    public Binary(Expression left, Expression right, Func<object, Func<object>, object> compute)
    {
        _left = left;
        _right = right;
        _compute = compute;
    }

    public override IEnumerable<(string Text, int Offset)> Names => _left.Names.Concat(_right.Names);

    public override object Evaluate(Scope scope) => _compute(_left.Evaluate(scope), () => _right.Evaluate(scope));
}
