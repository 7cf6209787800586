using System.Collections.Generic;

namespace FlopsPS.Onnx.Operators;

/// <summary>What the inputs of an operator are, in order.</summary>
internal sealed class SlotList
{
    private readonly IReadOnlyList<Slot> _slots;
    private readonly bool _repeats;

    public SlotList(IReadOnlyList<Slot> slots, bool repeats)
    {
        _slots = slots;
        _repeats = repeats;
    }

    /// <summary>What an input is.</summary>
    public Slot this[int index] => index < _slots.Count ? _slots[index]
        : _repeats ? _slots[_slots.Count - 1]
        : Slot.None;
}
