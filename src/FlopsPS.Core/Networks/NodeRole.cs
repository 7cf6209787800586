namespace FlopsPS.Networks;

/// <summary>Which part of its cost a node has.</summary>
public enum NodeRole
{
    /// <summary>It runs, and holds its weights.</summary>
    Whole,

    /// <summary>It holds weights but does not run in inference, as an auxiliary classifier.</summary>
    Idle,

    /// <summary>It runs with the weights of an earlier node like it.</summary>
    Shared,
}
