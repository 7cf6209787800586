using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Numbers;

namespace FlopsPS.Conventions;

/// <summary>The sizes of an interpolation as tools compute them from its arguments.</summary>
internal static class Resizing
{
    /// <summary>inputs * scale^axes; of a scale per axis the whole parts are multiplied; the outputs where a size is
    /// given instead. The whole part is taken after <paramref name="others"/> are added.</summary>
    public static Amount ScaledInputs(LayerFacts facts, Amount others)
    {
        return facts.Value("scale") is not IReadOnlyList<Rational> scale ? facts.Outputs
            : scale.Count > 1 ? facts.Inputs * facts.Of(scale.Aggregate(1L, WholePart), "scale")
            : Scaled(facts, scale[0], facts.SpatialAxes, others.Value);

        static long WholePart(long product, Rational factor) => product * factor.Floor();
    }

    /// <summary>inputs * scale^batch, as if the batch were the axes; of as many scales as the batch has samples the
    /// product is rounded down before. Null where there are several scales, but not that many.</summary>
    public static Amount? ScaledByBatch(LayerFacts facts, IReadOnlyList<Rational> scale)
    {
        return IsConfused(facts) ? null
            : scale.Count > 1 ? facts.Inputs * facts.Of(scale.Aggregate((a, b) => a * b).Floor(), "scale")
            : Scaled(facts, scale[0], facts.Call.Input[0]);
    }

    /// <summary>The product of the sizes that are given instead of a scale; one number is taken as it stands.</summary>
    public static Amount? GivenSize(LayerFacts facts) => facts.Sizes("size") is { } sizes
        ? facts.Of(sizes.Aggregate(1L, (product, size) => product * size), "size")
        : null;

    /// <summary>Whether there are several scales, and not as many as the batch has samples: what tools that take the
    /// batch for the axes fail on.</summary>
    public static bool IsConfused(LayerFacts facts) =>
        facts.Value("scale") is IReadOnlyList<Rational> { Count: > 1 } scale && scale.Count != facts.Call.Input[0];

    // In floating point, as the tools do it: 1.4^2 * 1200 is less than 2352 there, and they take the whole part.
    private static Amount Scaled(LayerFacts facts, Rational factor, long times, long others = 0)
    {
        if (factor.IsInteger)
        {
            long scaled = facts.Call.Input.Elements;
            for (long i = 0; i < times && factor != 1; i++)
            {
                scaled = scaled * factor.Numerator;
            }

            return facts.Of(scaled, "scaled");
        }

        double scale = (double)factor.Numerator / factor.Denominator;
        long sum = (long)((facts.Call.Input.Elements * Math.Pow(scale, times)) + others);
        return facts.Of(sum - others, "scaled");
    }
}
