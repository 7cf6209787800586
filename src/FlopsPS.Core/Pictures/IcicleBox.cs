using System.Collections.Generic;

namespace FlopsPS.Pictures;

/// <summary>A rectangle of an icicle: a branch, or neighbours that are too narrow to be told apart.</summary>
internal sealed class IcicleBox
{
    public IcicleBox(int level, long offset, long cost, IReadOnlyList<CostBranch> branches, bool isOpen)
    {
        Level = level;
        Offset = offset;
        Cost = cost;
        Branches = branches;
        IsOpen = isOpen;
    }

    /// <summary>How many levels are above.</summary>
    public int Level { get; }

    /// <summary>What stands to the left costs this much.</summary>
    public long Offset { get; }

    /// <summary>What is in it costs this much: its width.</summary>
    public long Cost { get; }

    /// <summary>What is in it.</summary>
    public IReadOnlyList<CostBranch> Branches { get; }

    /// <summary>Whether the parts of what is in it are drawn too, below.</summary>
    public bool IsOpen { get; }
}
