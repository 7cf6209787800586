using System.Collections.Generic;
using FlopsPS.Networks;
using FlopsPS.Yaml.Expressions;

namespace FlopsPS.Yaml.Manifests;

/// <summary>Steps one behind the other.</summary>
internal static class StepList
{
    public static IReadOnlyList<Tensor> Run(
        IReadOnlyList<Step> steps, Construction construction, Place place, Scope scope, IReadOnlyList<Tensor> incoming)
    {
        construction.Enter();
        IReadOnlyList<Tensor> current = incoming;
        foreach (Step step in steps)
        {
            current = step.Run(construction, place, scope.At(current), current);
        }

        construction.Leave();
        return current;
    }
}
