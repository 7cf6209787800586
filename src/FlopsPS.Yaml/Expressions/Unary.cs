using System;
using System.Collections.Generic;

namespace FlopsPS.Yaml.Expressions;

/// <summary>An operator before one operand.</summary>
internal sealed class Unary : Expression
{
    private readonly Expression _operand;
    private readonly Func<object, object> _compute;

    public Unary(Expression operand, Func<object, object> compute)
    {
        _operand = operand;
        _compute = compute;
    }

    public override IEnumerable<(string Text, int Offset)> Names => _operand.Names;

    public override object Evaluate(Scope scope) => _compute(_operand.Evaluate(scope));
}
