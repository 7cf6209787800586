using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Tensors;
using FlopsPS.Yaml.Expressions;

namespace FlopsPS.Yaml.Manifests;

/// <summary>A body and a shortcut from the same input, added. The shortcut is the identity when it is empty.</summary>
internal sealed class ResidualStep : Step
{
    private readonly IReadOnlyList<Step> _body;
    private readonly IReadOnlyList<Step> _shortcut;

    public ResidualStep(IReadOnlyList<Step> body, IReadOnlyList<Step> shortcut, SourcePosition position)
        : base(position)
    {
        _body = body;
        _shortcut = shortcut;
    }

    protected override string? DefaultName => null;

    protected override IReadOnlyList<Tensor> Do(
        Construction construction, Place place, string? path, Scope scope, IReadOnlyList<Tensor> incoming)
    {
        Place inside = Inside(place, path);
        IReadOnlyList<Tensor> body = StepList.Run(_body, construction, inside, scope, incoming);
        IReadOnlyList<Tensor> shortcut = StepList.Run(
            _shortcut, construction, inside.Below(inside.Claim("shortcut", name: null)), scope, incoming);
        string sum = inside.Claim("add", name: null);
        Located(sum, () => CheckEqual(body, shortcut));
        return Joint.Join(construction, inside, sum, Joint.Add, [.. body, .. shortcut], Position);
    }

    // The layer add would broadcast; a residual whose shapes differ is a mistake.
    private static bool CheckEqual(IReadOnlyList<Tensor> body, IReadOnlyList<Tensor> shortcut)
    {
        if (body.Count != 1 || shortcut.Count != 1)
        {
            throw new NetworkException(
                ErrorCode.ShapeMismatch, "a residual adds one tensor of its body and one of its shortcut");
        }

        TensorShape made = body[0].Shape;
        TensorShape carried = shortcut[0].Shape;
        return made.Equals(carried) ? true : throw new NetworkException(
            ErrorCode.ShapeMismatch,
            $"the body makes {made}, the shortcut {carried}; a residual adds equal shapes, so give the shortcut "
            + "a layer that makes the body's shape");
    }
}
