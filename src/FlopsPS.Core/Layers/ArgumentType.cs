namespace FlopsPS.Layers;

/// <summary>What the value of an argument may be; help, completion and the JSON schema are made from it.</summary>
public enum ArgumentType
{
    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number that may be a fraction.</summary>
    Number,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>A text that the kind reads by rules of its own; never an expression.</summary>
    Text,

    /// <summary>A whole number, or one per spatial axis: 3, [3, 5] or 3x5.</summary>
    Sizes,

    /// <summary>Sizes, or the words same and valid.</summary>
    Padding,

    /// <summary>A list of whole numbers.</summary>
    Integers,

    /// <summary>A number that may be a fraction, or one per spatial axis.</summary>
    Numbers,

    /// <summary>An axis: a whole number, negative from the end, or a name such as channels.</summary>
    Axis,

    /// <summary>A list of layers: only structures have such arguments, and those below.</summary>
    Layers,

    /// <summary>A list of lists of layers.</summary>
    Paths,

    /// <summary>A list of names.</summary>
    Names,

    /// <summary>A list of rows, each a list of values.</summary>
    Table,
}
