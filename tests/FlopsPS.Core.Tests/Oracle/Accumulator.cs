namespace FlopsPS.Core.Tests.Oracle;

/// <summary>A sum under construction: the first value is stored, each further one is added.</summary>
internal sealed class Accumulator
{
    private readonly Tally _tally;
    private bool _holdsValue;

    public Accumulator(Tally tally) => _tally = tally;

    public void Take()
    {
        if (_holdsValue)
        {
            _tally.Add();
        }

        _holdsValue = true;
    }
}
