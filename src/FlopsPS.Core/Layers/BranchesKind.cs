namespace FlopsPS.Layers;

/// <summary>Several ways from the same input, joined.</summary>
internal sealed class BranchesKind : StructureKind
{
    public BranchesKind()
        : base("branches", "Parallel paths from the same input, joined at their ends.")
    {
        Structural("paths", ArgumentType.Paths, "The paths, each a list of layers; an empty one is the input itself.")
            .Required();
        Word("join", "How the ends meet.", "concat", "add", "multiply").Or("concat");
        Axis("axis", "For concat, the axis that grows.").Or(new("channels"));
    }
}
