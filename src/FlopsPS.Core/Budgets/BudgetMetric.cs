namespace FlopsPS.Budgets;

/// <summary>What a limit is set on: a column of the measured rows.</summary>
public enum BudgetMetric
{
    /// <summary>Trainable weights.</summary>
    Parameters,

    /// <summary>Stored values that are not trained.</summary>
    Buffers,

    /// <summary>Multiply-accumulates by the convention.</summary>
    Macs,

    /// <summary>Floating-point operations by the convention.</summary>
    Flops,

    /// <summary>Values that convolutions, linear layers and matrix products put out.</summary>
    Activations,
}
