namespace FlopsPS.Operations;

/// <summary>Rows turned into probabilities: exp(x - max) over the sum of the row.</summary>
public sealed class Softmax : Operation
{
    /// <summary>States the facts of a softmax.</summary>
    public Softmax(long rows, long length)
        : base("softmax")
    {
        Rows = rows;
        Length = length;
    }

    /// <summary>The number of rows.</summary>
    public long Rows { get; }

    /// <summary>The elements of one row.</summary>
    public long Length { get; }
}
