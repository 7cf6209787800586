using System.Linq;

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

    public override object Evaluate(Scope scope) => Operand.Whole(_function.Compute(
        [.. _arguments.Select(argument => Operand.Number(argument.Evaluate(scope), _function.Name))]));
}
