namespace FlopsPS.Operations;

/// <summary>Which of the functions that exponentiate the values of a row.</summary>
public enum SoftmaxForm
{
    /// <summary>exp(x - max) over the sum of the row.</summary>
    Softmax,

    /// <summary>exp(min - x) over the sum of the row.</summary>
    Softmin,

    /// <summary>x - max - log(the sum of exp(x - max) over the row).</summary>
    LogSoftmax,
}
