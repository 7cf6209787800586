namespace FlopsPS.Comparing;

/// <summary>The figure in which two conventions are compared.</summary>
internal enum ComparedFigure
{
    /// <summary>One counts FLOPs only and the other multiply-accumulates only.</summary>
    None,

    /// <summary>Multiply-accumulates.</summary>
    Macs,

    /// <summary>Floating-point operations.</summary>
    Flops,

    /// <summary>Trainable weights.</summary>
    Parameters,
}
