using System.Collections.Generic;
using System.Linq;
using FlopsPS.Numbers;

namespace FlopsPS.Yaml.Expressions;

/// <summary>A function of numbers.</summary>
internal sealed class Call : Expression
{
    private readonly Function _function;
    private readonly Expression[] _arguments;

    public Call(Function function, Expression[] arguments)
    {
        _function = function;
        _arguments = arguments;
    }

    public override IEnumerable<(string Text, int Offset)> Names =>
        _arguments.SelectMany(argument => argument.Names);

    public override object Evaluate(Scope scope)
    {
        object[] values = [.. _arguments.Select(argument => argument.Evaluate(scope))];
        Rational result = _function.Compute([.. values.Select(value => Operand.Number(value, _function.Name))]);
        return Explained.Call(_function.Name, values, Operand.Whole(result));
    }
}
