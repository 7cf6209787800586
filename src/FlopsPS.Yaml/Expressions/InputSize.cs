namespace FlopsPS.Yaml.Expressions;

/// <summary>A size of the incoming tensor: in.channels.</summary>
internal sealed class InputSize : Expression
{
    private readonly string _axis;

    public InputSize(string axis) => _axis = axis;

    public override object Evaluate(Scope scope) => scope.SizeOf(_axis);
}
