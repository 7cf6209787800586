using System.Collections.Generic;
using FlopsPS.Numbers;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Layers;

/// <summary>A function of each element, without weights.</summary>
internal class ActivationKind : UnaryKind
{
    private readonly ElementwiseFunction _function;

    /// <summary>Names the kind, its function and the constants that torch lets one set.</summary>
    public ActivationKind(
        string name,
        string summary,
        ElementwiseFunction function,
        params IEnumerable<(string Name, Rational? Default)> constants)
        : base(name, summary)
    {
        _function = function;
        foreach ((string constant, Rational? value) in constants)
        {
            Argument<Rational> argument = Number(constant, "A constant of the function; changes no count.");
            if (value is { } known)
            {
                argument.Or(known);
            }
        }
    }

    internal override TensorShape Infer(Layer layer, TensorShape input) => input;

    internal override void Lower(LayerCall call, Lowering to) =>
        to.Do(new Elementwise(Function(call.Layer), call.Input.Elements));

    /// <summary>The function that a layer computes.</summary>
    protected virtual ElementwiseFunction Function(Layer layer) => _function;
}
