using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Operators;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Lowering;

/// <summary>Keeps account of which stored tensors have been counted: each once, where it is first used.</summary>
internal sealed class WeightBook
{
    private readonly HashSet<object> _counted = [];

    /// <summary>The weights that a call stores.</summary>
    public IReadOnlyList<Weight> Claim(Call call)
    {
        var weights = new List<Weight>();
        for (int i = 0; i < call.Inputs.Count; i++)
        {
            Slot slot = call.Operator.Slots[i];
            if (call.Inputs[i] is not { IsConstant: true } input || slot.IsIgnored)
            {
                continue;
            }

            foreach (Stored stored in input.Stored)
            {
                if (IsWeight(stored, slot, input))
                {
                    weights.Add(new(
                        slot.IsData ? "weight" : slot.Role,
                        stored.Count,
                        slot.IsScale || stored.IsScale ? WeightRole.Scale
                            : slot.IsBuffer ? WeightRole.Buffer
                            : WeightRole.Parameter,
                        isShared: !_counted.Add(stored),
                        stored.DataType));
                }
            }
        }

        weights.AddRange(call.Operator.StoredAttributes.SelectMany(item => Claim(call, item.Attribute, item.Slot)));
        return weights;
    }

    private IEnumerable<Weight> Claim(Call call, string name, string slot)
    {
        if (call.Attribute(name) is { Reals.Count: > 0 } attribute)
        {
            Slot own = Slot.Parse(slot)[0];
            yield return new(
                own.Role,
                attribute.Reals.Count,
                own.IsBuffer ? WeightRole.Buffer : WeightRole.Parameter,
                isShared: !_counted.Add(attribute),
                ElementType.Single.DataType());
        }
    }

    // A number that is written into a node is one of the program, unless it stands where only weights do and does more
    // than the scale of 1 and the shift of 0 by which exporters write a layer without weights.
    private static bool IsWeight(Stored stored, Slot slot, Value input)
    {
        bool isQuantized = stored.IsQuantized || stored.IsScale || slot.IsQuantized || slot.IsScale;
        if (!stored.Type.IsReal() && !isQuantized)
        {
            return false;
        }

        // Zeros among data fill up what they are put beside.
        return slot.IsData ? stored is { IsInitializer: true, IsBlank: false }
            : stored.IsInitializer || !DoesNothing(slot, input);
    }

    private static bool DoesNothing(Slot slot, Value input) => input.Elements is { } elements
        && elements.Are(slot.Role is "bias" or "running_mean" ? 0 : 1);
}
