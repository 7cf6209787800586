using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;
using FlopsPS.Yaml.Syntax;

namespace FlopsPS.Yaml.Manifests;

/// <summary>Steps one behind the other.</summary>
internal static class StepList
{
    public static IReadOnlyList<Tensor> Run(
        IReadOnlyList<Step> steps, Construction construction, Place place, Scope scope, IReadOnlyList<Tensor> incoming)
    {
        if (place.Depth > SyntaxTree.MaximumDepth)
        {
            throw new NetworkException(
                ErrorCode.NetworkTooLarge, $"blocks are nested deeper than {SyntaxTree.MaximumDepth} levels");
        }

        IReadOnlyList<Tensor> current = incoming;
        foreach (Step step in steps)
        {
            current = step.Run(construction, place, scope.At(current), current);
        }

        return current;
    }
}
