namespace FlopsPS.Host;

/// <summary>What standard output carries.</summary>
internal enum OutputFormat
{
    /// <summary>The module's format views, for people.</summary>
    Text,

    /// <summary>One header line and one line for each object.</summary>
    Csv,

    /// <summary>One array with an element for each object.</summary>
    Json,
}
