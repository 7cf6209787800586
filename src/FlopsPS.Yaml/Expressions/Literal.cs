namespace FlopsPS.Yaml.Expressions;

/// <summary>A value that was written down.</summary>
internal sealed class Literal : Expression
{
    public Literal(object value) => Value = value;

    public object Value { get; }

    public override object Evaluate(Scope scope) => Value;
}
