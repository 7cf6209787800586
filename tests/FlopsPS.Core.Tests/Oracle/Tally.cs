namespace FlopsPS.Core.Tests.Oracle;

/// <summary>Counts arithmetic one by one while a naive loop nest runs.</summary>
internal sealed class Tally
{
    public long Multiplications { get; private set; }

    public long Additions { get; private set; }

    /// <summary>How many of the additions were those of a bias.</summary>
    public long Biases { get; private set; }

    /// <summary>Everything else that full counts: comparison, division, root, exponential and their like.</summary>
    public long Steps { get; private set; }

    public long Parameters { get; private set; }

    public long Total => Multiplications + Additions + Steps;

    public void Multiply() => Multiplications++;

    public void Add() => Additions++;

    public void AddBias()
    {
        Add();
        Biases++;
    }

    /// <summary>Walks a sum of so many products.</summary>
    public void Dot(int terms)
    {
        var sum = new Accumulator(this);
        for (int term = 0; term < terms; term++)
        {
            Multiply();
            sum.Take();
        }
    }

    public void Step() => Steps++;

    /// <summary>One element of a weight tensor was visited.</summary>
    public void Weigh() => Parameters++;
}
