using System.Collections.Generic;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>The sizes of an interpolation as tools compute them from its arguments.</summary>
internal static class Resizing
{
    /// <summary>inputs * scale factors, rounded down once; the outputs where a size is given instead.</summary>
    public static Amount ScaledInputs(LayerFacts facts)
    {
        if (facts.Value("scale") is not IReadOnlyList<Rational> scale)
        {
            return facts.Outputs;
        }

        Rational scaled = facts.Call.Input.Elements;
        for (int axis = 0; axis < facts.SpatialAxes; axis++)
        {
            scaled *= scale[scale.Count == 1 ? 0 : axis];
        }

        return facts.Of(scaled.Floor(), "scaled");
    }

    /// <summary>The product of the sizes that are given instead of a scale.</summary>
    public static Amount? GivenSize(LayerFacts facts) =>
        facts.Sizes("size") is null ? null : facts.Of(facts.Product("size"), "size");
}
