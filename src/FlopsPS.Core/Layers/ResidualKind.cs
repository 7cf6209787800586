namespace FlopsPS.Layers;

/// <summary>Two ways from the same input, added.</summary>
internal sealed class ResidualKind : StructureKind
{
    public ResidualKind()
        : base("residual", "Layers around which a shortcut leads; both ends are added.")
    {
        Structural("body", ArgumentType.Layers, "The layers.").Required();
        Structural("shortcut", ArgumentType.Layers, "The layers of the shortcut; the input itself when empty.");
    }
}
