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

    /// <summary>A whole number, or one per spatial axis: 3, [3, 5] or 3x5.</summary>
    Sizes,

    /// <summary>Sizes, or the words same and valid.</summary>
    Padding,

    /// <summary>A list of whole numbers.</summary>
    Integers,

    /// <summary>Layers: only structures have such arguments.</summary>
    Layers,
}
