namespace FlopsPS.Networks;

/// <summary>What went wrong, as the error id that scripts can test for.</summary>
public enum ErrorCode
{
    /// <summary>The text of a manifest is not a manifest: syntax, structure, limits.</summary>
    ManifestInvalid,

    /// <summary>A model file is broken or is no model: its bytes, its graph, what an operator needs.</summary>
    ModelInvalid,

    /// <summary>No file or folder of that name.</summary>
    FileNotFound,

    /// <summary>The file cannot be read: a folder, a binary file, no access, too large.</summary>
    FileUnreadable,

    /// <summary>The file cannot be written: it is there and must stay, it is read-only, or its folder is not there.
    /// </summary>
    FileUnwritable,

    /// <summary>The kind of a layer is neither built in nor a block of the manifest.</summary>
    LayerKindUnknown,

    /// <summary>The kind has no such argument.</summary>
    ArgumentUnknown,

    /// <summary>A required argument is missing.</summary>
    ArgumentMissing,

    /// <summary>The value of an argument is not what it must be.</summary>
    ArgumentInvalid,

    /// <summary>An expression cannot be read or computed.</summary>
    ExpressionInvalid,

    /// <summary>A parameter that the network does not have, or that needs a value.</summary>
    ParameterInvalid,

    /// <summary>No earlier layer has this name.</summary>
    LayerNameUnknown,

    /// <summary>The shapes that meet in a layer do not fit.</summary>
    ShapeMismatch,

    /// <summary>A network cannot be measured before its input shape is known.</summary>
    InputShapeMissing,

    /// <summary>A count or a size left 64 bits.</summary>
    CountOverflow,

    /// <summary>The network has more layers, or is nested deeper, than the limits allow.</summary>
    NetworkTooLarge,

    /// <summary>No convention of that name.</summary>
    ConventionUnknown,

    /// <summary>The text of a convention is not a convention, or a rule of it gives what is no count.</summary>
    ConventionInvalid,

    /// <summary>Under a strict measurement: the convention does not define some operations.</summary>
    OperationUncounted,

    /// <summary>No network of that name in the zoo.</summary>
    ZooNetworkUnknown,

    /// <summary>A limit is no count and no percentage, is not whole, or is of another metric.</summary>
    LimitInvalid,

    /// <summary>A budget file is not a budget.</summary>
    BudgetInvalid,

    /// <summary>A file is no baseline, or rows make none.</summary>
    BaselineInvalid,

    /// <summary>A limit refers to a baseline that is not given.</summary>
    BaselineMissing,

    /// <summary>Figures of different conventions cannot be compared.</summary>
    ConventionMismatch,

    /// <summary>The convention does not define a figure.</summary>
    FigureUndefined,
}
