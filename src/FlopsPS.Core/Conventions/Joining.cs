using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Numbers;
using FlopsPS.Tensors;

namespace FlopsPS.Conventions;

/// <summary>Sums and products of tensors in a graph whose operators take two operands.</summary>
internal static class Joining
{
    /// <summary>The elements that a chain of two-operand operators computes: a + b, then that + c, ….</summary>
    public static Amount? Chain(LayerFacts facts)
    {
        IReadOnlyList<TensorShape> inputs = facts.Call.Inputs;
        if (inputs.Count <= 2 || facts.Operands.Value != inputs.Count)
        {
            return facts.Elements * Math.Max(facts.Operands.Value - 1, 1);
        }

        long elements = 0;
        for (int operand = 2; operand <= inputs.Count; operand++)
        {
            elements += Broadcasting.Of([.. inputs.Take(operand)]).Elements;
        }

        return facts.Of(elements, "elements");
    }

    /// <summary>Whether all tensors that come in have the same shape.</summary>
    public static bool IsAligned(LayerFacts facts) =>
        facts.Call.Inputs.Count > 1
        && facts.Call.Inputs.All(input => input.Sizes.SequenceEqual(facts.Call.Input.Sizes));
}
