namespace FlopsPS.Core.Tests.Oracle;

/// <summary>A fully connected layer, walked output by output and input by input for one vector at a time. Its weights
/// are counted once, when it is made.</summary>
internal sealed class LinearWalk
{
    private readonly Tally _tally;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly bool _hasBias;

    public LinearWalk(Tally tally, int inputs, int outputs, bool hasBias)
    {
        _tally = tally;
        _inputs = inputs;
        _outputs = outputs;
        _hasBias = hasBias;
        foreach (int[] weight in Loops.Over(outputs, hasBias ? inputs + 1 : inputs))
        {
            tally.Weigh();
        }
    }

    public void Apply()
    {
        for (int output = 0; output < _outputs; output++)
        {
            _tally.Dot(_inputs);
            if (_hasBias)
            {
                _tally.AddBias();
            }
        }
    }
}
