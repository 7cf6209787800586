using System;
using System.Collections.Generic;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;

namespace FlopsPS.Onnx.Operators;

/// <summary>What is known of an operator: which outputs it has, what layer it is, and what its stored inputs are.
/// </summary>
internal sealed class Operator
{
    /// <summary>Joins the rules.</summary>
    /// <param name="infer">States the outputs of a call.</param>
    /// <param name="lower">The layer that a call is.</param>
    /// <param name="slots">What each input is, see <see cref="Slot"/>.</param>
    public Operator(Action<Call> infer, Func<Call, Layer> lower, string slots = "x*")
    {
        Infer = infer;
        Lower = lower;
        Slots = Slot.Parse(slots);
    }

    public Action<Call> Infer { get; }

    public Func<Call, Layer> Lower { get; }

    public SlotList Slots { get; }

    /// <summary>States the outputs of a call when data decide how many of something there are, and the caller says how
    /// many; null when it is not like that.</summary>
    public Action<Call, long>? InferCount { get; init; }

    /// <summary>The attributes whose numbers are weights, and what they are, see <see cref="Slot"/>.</summary>
    public IReadOnlyList<(string Attribute, string Slot)> StoredAttributes { get; init; } = [];

    /// <summary>Whether a call runs even if it reads constants alone: sums of products are the work that is counted,
    /// and random numbers are none twice.</summary>
    public bool AlwaysRuns { get; init; }

    /// <summary>Whether stored inputs go into the layer like the others, since their shapes say what it costs.</summary>
    public bool ReadsStored { get; init; }

    /// <summary>The rule of an operator whose output has the sizes and the type of its first input.</summary>
    public static void Same(Call call) => call.Output(call.Sizes(0));
}
