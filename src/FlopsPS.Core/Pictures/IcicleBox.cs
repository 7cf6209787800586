using System.Collections.Generic;

namespace FlopsPS.Pictures;

/// <summary>A rectangle of an icicle: a branch, or neighbours that are too narrow to be told apart.</summary>
/// <param name="Level">How many levels are above.</param>
/// <param name="Offset">What stands to the left costs this much.</param>
/// <param name="Cost">What is in it costs this much: its width.</param>
/// <param name="Branches">What is in it.</param>
/// <param name="IsOpen">Whether the parts of what is in it are drawn too, below.</param>
internal sealed record IcicleBox(
    int Level, long Offset, long Cost, IReadOnlyList<CostBranch> Branches, bool IsOpen);
