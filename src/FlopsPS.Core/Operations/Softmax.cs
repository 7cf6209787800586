namespace FlopsPS.Operations;

/// <summary>Rows turned into probabilities: exp(x - max) over the sum of the row; or one of its relatives.</summary>
public sealed class Softmax : Operation
{
    /// <summary>States the facts of a softmax over rows of this length.</summary>
    public Softmax(long rows, long length, SoftmaxForm form = SoftmaxForm.Softmax)
        : this(rows, length, rows * length, form)
    {
    }

    private Softmax(long rows, long length, long elements, SoftmaxForm form)
        : base(form.ToString().ToLowerInvariant())
    {
        Rows = length == 0 ? 0 : rows;
        Length = length;
        Elements = elements;
        Form = form;
    }

    /// <summary>The number of rows in which there is something.</summary>
    public long Rows { get; }

    /// <summary>The elements of one row, hidden ones included.</summary>
    public long Length { get; }

    /// <summary>The elements of all rows; those that a mask hides are not among them.</summary>
    public long Elements { get; }

    /// <summary>Which function of the row.</summary>
    public SoftmaxForm Form { get; }

    /// <summary>A softmax over rows of which a mask hides a part.</summary>
    public static Softmax Masked(long rows, long length, long elements) =>
        new(rows, length, elements, SoftmaxForm.Softmax);
}
