namespace FlopsPS.Layers;

/// <summary>The same layers for each row of a table of settings.</summary>
internal sealed class ForeachKind : StructureKind
{
    public ForeachKind()
        : base("foreach", "Repeats layers for each row of a table of settings.")
    {
        Structural("in", ArgumentType.Table, "The rows of the table, or a parameter that holds them.").Required();
        Structural("as", ArgumentType.Names, "The names of the columns, which the layers can use.").Required();
        Structural("layers", ArgumentType.Layers, "The layers.").Required();
    }
}
