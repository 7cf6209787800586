using System;

namespace FlopsPS.Core.Tests.Oracle;

/// <summary>A sum under construction: the first value is stored, each further one is added.</summary>
internal sealed class Accumulator
{
    private readonly Action _add;
    private bool _holdsValue;

    public Accumulator(Tally tally)
        : this(tally.Add)
    {
    }

    /// <summary>Counts each addition in a way of its own, as a step that is not one of a contraction.</summary>
    public Accumulator(Action add) => _add = add;

    public void Take()
    {
        if (_holdsValue)
        {
            _add();
        }

        _holdsValue = true;
    }
}
