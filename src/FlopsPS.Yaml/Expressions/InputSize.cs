using System.Collections.Generic;

namespace FlopsPS.Yaml.Expressions;

/// <summary>A size of the incoming tensor: in.channels.</summary>
internal sealed class InputSize : Expression
{
    private readonly string _axis;
    private readonly int _offset;

    public InputSize(string axis, int offset)
    {
        _axis = axis;
        _offset = offset;
    }

    public override IEnumerable<(string Text, int Offset)> Names => [("in." + _axis, _offset)];

    public override object Evaluate(Scope scope) => scope.SizeOf(_axis);
}
